import 'server-only'
import { z } from 'zod'
import { moment } from '@/lib/domain/schemas'
import { readSelf } from '@/lib/kernel/access'
import { defineQuery } from '@/lib/kernel/define'
import { mailIsSetUp } from '@/lib/platform/mail/mail'
import { PendingEmailChange, pendingEmailChange } from '../email-change'

/** What one's own account page says of address and password. */
export const readAccount = defineQuery({
  name: 'account.read',
  summary: 'Read one’s own address and the state of one’s password',
  scope: 'person',
  input: z.object({}),
  output: z.object({
    email: z.string(),
    /** Whether the account is the one of its address, or exists for this organization alone. */
    proven: z.boolean(),
    hasPassword: z.boolean(),
    passwordChangedAt: moment.nullable(),
    emailChange: PendingEmailChange.nullable(),
    /** Whether links can be mailed, which a change of address needs. */
    mail: z.boolean(),
  }),
  async run({ db, caller, now }) {
    await readSelf(db, caller)
    const { personId } = caller
    const person = await db.person.findUniqueOrThrow({
      where: { id: personId },
      select: { email: true, emailProvenAt: true, passwordChangedAt: true },
    })
    const withPassword = { id: personId, passwordHash: { not: null } }
    const change = await pendingEmailChange(db, { personId }, now)
    return {
      email: person.email,
      proven: person.emailProvenAt !== null,
      hasPassword: (await db.person.count({ where: withPassword })) > 0,
      passwordChangedAt: person.passwordChangedAt,
      emailChange: change && {
        newEmail: change.newEmail,
        oldConfirmed: change.oldConfirmedAt !== null,
        newConfirmed: change.newConfirmedAt !== null,
        expiresAt: change.expiresAt,
      },
      mail: mailIsSetUp(),
    }
  },
})
