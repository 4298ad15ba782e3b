import 'server-only'
import { z } from 'zod'
import { isolated } from '@/lib/domain/isolated'
import { expectedVersion, idOf } from '@/lib/domain/schemas'
import { changed, defineCommand, unchanged } from '@/lib/kernel/define'
import { refuse } from '@/lib/kernel/problem'
import { refuseStale } from '@/lib/kernel/stale'
import { CloudRow, foldedName, resourceName } from '../cloud'
import { cloudNameTaken } from '../cloud-rules'
import { findCloud } from '../internal/find-cloud'

export const renameCloud = defineCommand({
  name: 'cloud.rename',
  summary: 'Rename a cloud',
  scope: 'organization',
  permission: 'cloud.rename',
  event: 'cloud.renamed',
  lock: 'organization',
  locate: ({ cloudId }) => ({ cloud: cloudId }),
  input: z.object({ cloudId: idOf('cld'), name: resourceName, expectedVersion }),
  output: CloudRow,
  async run(context, { cloudId, name, expectedVersion }) {
    const { db, target } = context
    const present = target.cloud
    if (present.name === name) return unchanged(await findCloud(context, cloudId))
    refuseStale(present, expectedVersion, isolated(present.name), { name: present.name })
    const same = await db.cloud.findFirst({ where: { name }, select: { id: true } })
    if (same) refuse(cloudNameTaken({ name }))
    const data = { name, ...foldedName(name), version: { increment: 1 } }
    await db.cloud.updateMany({ where: { id: cloudId }, data })
    return changed(await findCloud(context, cloudId), {
      subject: { kind: 'cloud', id: cloudId, label: name },
      before: { name: present.name },
      after: { name },
    })
  },
})
