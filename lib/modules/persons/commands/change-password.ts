import 'server-only'
import { z } from 'zod'
import { passwordText } from '@/lib/domain/schemas'
import { readSelf } from '@/lib/kernel/access'
import { changed, defineCommand } from '@/lib/kernel/define'
import { invalidInput } from '@/lib/kernel/problem'
import { hashPassword } from '@/lib/platform/crypto/password-hash'
import { noticeTo } from '@/lib/platform/mail/notice-to'
import { newPassword } from '../person'
import { setPassword } from '../set-password'

/** One's own password. A fresh proof stands in for the earlier one, which somebody with a passkey alone may not have. */
export const changePassword = defineCommand({
  name: 'account.change_password',
  summary: 'Change one’s own password',
  scope: 'person',
  event: 'member.password_changed',
  furtherEvents: ['session.ended'],
  fresh: true,
  input: z.object({ password: passwordText }),
  output: z.object({ ended: z.int() }),
  async run(context, { password: text }) {
    const { db, caller, now, lockOrganization: holdLock } = context
    const { personId } = caller
    const { email, name } = await readSelf(db, caller)
    const checked = newPassword(text, { personName: name, email })
    if (!checked.ok) throw invalidInput(checked.errors)
    const passwordHash = await hashPassword(checked.password)
    await holdLock(personId)
    const setting = { personId, passwordHash, by: 'change', via: caller } as const
    const { changed: facts, more } = await setPassword(db, setting, now)
    await noticeTo(context, { id: personId, email }, { kind: 'password_changed' })
    return changed<{ ended: number }, 'person'>({ ended: more.length }, facts, ...more)
  },
})
