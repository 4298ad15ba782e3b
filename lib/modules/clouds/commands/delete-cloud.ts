import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { changed, defineCommand } from '@/lib/kernel/define'
import { refuseMistyped } from '@/lib/kernel/mistyped'
import { refuse } from '@/lib/kernel/problem'
import { endsOfPlace } from '@/lib/platform/db/place-ends'
import { denialOfDeletion } from '../internal/cloud-ends'

/** The record goes, with its projects, every role on them and what was reported to run there; on the platform that goes on. */
export const deleteCloud = defineCommand({
  name: 'cloud.delete',
  summary: 'Delete a cloud from the record',
  scope: 'organization',
  permission: 'cloud.delete',
  event: 'cloud.deleted',
  lock: 'organization',
  fresh: true,
  locate: ({ cloudId }) => ({ cloud: cloudId }),
  input: z.object({
    cloudId: idOf('cld'),
    typed: z.string().max(400).optional().describe('The name of the cloud, typed.'),
  }),
  output: z.object({ id: idOf('cld'), name: z.string() }),
  async run({ db, target }, { cloudId, typed }) {
    const { cloud } = target
    refuseMistyped(typed, cloud.name)
    refuse(await denialOfDeletion(db, cloud))
    const { projects, members, workloads } = await endsOfPlace(db, { cloud: cloudId })
    await db.cloud.deleteMany({ where: { id: cloudId } })
    const { name, isDefault, autoAdd } = cloud
    const ends = { projects: projects.count, members: members.count, workloads: workloads.count }
    return changed(
      { id: cloudId, name },
      {
        subject: { kind: 'cloud', id: cloudId, label: name },
        before: { name, isDefault, autoAdd },
        after: ends,
      },
    )
  },
})
