import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import { CloudRow } from '../cloud'
import { findCloud } from '../internal/find-cloud'

export const getCloud = defineQuery({
  name: 'cloud.get',
  summary: 'Read one cloud',
  scope: 'organization',
  permission: 'cloud.read',
  locate: ({ cloudId }) => ({ cloud: cloudId }),
  input: z.object({ cloudId: idOf('cld') }),
  output: CloudRow,
  run: (context, { cloudId }) => findCloud(context, cloudId),
})
