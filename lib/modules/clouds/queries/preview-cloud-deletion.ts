import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import { CloudEnds } from '../cloud-ends'
import { readCloudEnds } from '../internal/cloud-ends'

/** What goes with the cloud, for the dialog to say before the button. */
export const previewCloudDeletion = defineQuery({
  name: 'cloud.preview_deletion',
  summary: 'Say what goes with a cloud',
  scope: 'organization',
  permission: 'cloud.delete',
  locate: ({ cloudId }) => ({ cloud: cloudId }),
  input: z.object({ cloudId: idOf('cld') }),
  output: CloudEnds,
  run: ({ db, target }) => readCloudEnds(db, target.cloud),
})
