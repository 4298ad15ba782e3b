import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { changed, defineCommand, unchanged } from '@/lib/kernel/define'
import { findAccount } from '../trust-account'
import { tokenLife } from '../trust-matching'
import { trustSubject } from '../trust-rule'

/** Of tokens that are given from now on. */
export const changeTokenLife = defineCommand({
  name: 'token.change_life',
  summary: 'Change how long access tokens of a service account live',
  scope: 'organization',
  permission: 'trust.change',
  event: 'token.life_changed',
  lock: 'organization', // two at once, one after the other
  input: z.object({
    accountId: idOf('ide'),
    seconds: z
      .int()
      .min(tokenLife.minimum, 'At least 15 minutes.')
      .max(tokenLife.maximum, 'At most an hour.'),
  }),
  output: z.object({ seconds: z.int() }),
  async run({ db }, { accountId, seconds }) {
    const account = await findAccount(db, accountId)
    const where = { id: account.id }
    const present = await db.serviceAccount.findFirstOrThrow({ where })
    if (present.tokenSeconds === seconds) return unchanged({ seconds })
    await db.serviceAccount.updateMany({ where, data: { tokenSeconds: seconds } })
    return changed(
      { seconds },
      {
        subject: trustSubject(account),
        before: { seconds: present.tokenSeconds },
        after: { seconds },
      },
    )
  },
})
