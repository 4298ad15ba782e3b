import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { changed, defineCommand, unchanged } from '@/lib/kernel/define'
import { CloudRow } from '../cloud'
import { findCloud } from '../internal/find-cloud'

/** One cloud is the default one: another may take its place, nobody unsets it (facts §1.5). */
export const makeDefaultCloud = defineCommand({
  name: 'cloud.make_default',
  summary: 'Make a cloud the default one',
  scope: 'organization',
  permission: 'cloud.make_default',
  event: 'cloud.made_default',
  lock: 'organization',
  locate: ({ cloudId }) => ({ cloud: cloudId }),
  input: z.object({ cloudId: idOf('cld') }),
  output: CloudRow,
  async run(context, { cloudId }) {
    const { db, target } = context
    if (target.cloud.isDefault) return unchanged(await findCloud(context, cloudId))
    const before = await db.cloud.findFirst({ where: { isDefault: true } })
    const bump = { version: { increment: 1 } }
    await db.cloud.updateMany({ where: { isDefault: true }, data: { isDefault: false, ...bump } })
    await db.cloud.updateMany({ where: { id: cloudId }, data: { isDefault: true, ...bump } })
    const cloud = await findCloud(context, cloudId)
    return changed(cloud, {
      subject: { kind: 'cloud', id: cloudId, label: cloud.name },
      before: { default: before?.name ?? null },
      after: { default: cloud.name },
    })
  },
})
