import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { changed, defineCommand, unchanged } from '@/lib/kernel/define'
import { endPassed } from '@/lib/modules/bindings/commands/end-passed'
import { CloudRow } from '../cloud'
import { addEverybody } from '../internal/add-everybody'
import { findCloud } from '../internal/find-cloud'

/**
 * On: everybody who has no role on the cloud is added now, everybody else as they join; a role that has ended is none. Off
 * takes nothing away (facts §1.5).
 */
export const setAutoAdd = defineCommand({
  name: 'cloud.set_auto_add',
  summary: 'Set whether a cloud adds everybody',
  scope: 'organization',
  permission: 'cloud.change_auto_add',
  event: 'cloud.auto_add_changed',
  lock: 'organization',
  locate: ({ cloudId }) => ({ cloud: cloudId }),
  input: z.object({ cloudId: idOf('cld'), on: z.boolean() }),
  output: CloudRow.extend({ added: z.int().describe('How many were added at once.') }),
  async run(context, { cloudId, on }) {
    const { db, now, target, also } = context
    if (target.cloud.autoAdd === on) {
      return unchanged({ ...(await findCloud(context, cloudId)), added: 0 })
    }
    const data = { autoAdd: on, version: { increment: 1 } }
    await db.cloud.updateMany({ where: { id: cloudId }, data })
    if (on) await also(endPassed, { cloudId })
    const added = on ? await addEverybody(db, cloudId, now) : 0
    const cloud = await findCloud(context, cloudId)
    return changed(
      { ...cloud, added },
      {
        subject: { kind: 'cloud', id: cloudId, label: cloud.name },
        before: { autoAdd: !on },
        after: { autoAdd: on, ...(on && { added }) },
      },
    )
  },
})
