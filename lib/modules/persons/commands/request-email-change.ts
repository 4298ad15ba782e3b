import 'server-only'
import { z } from 'zod'
import { newId } from '@/lib/domain/id'
import { personEmail } from '@/lib/domain/schemas'
import { readSelf } from '@/lib/kernel/access'
import { defineCommand, unchanged } from '@/lib/kernel/define'
import { invalidInput, Problem } from '@/lib/kernel/problem'
import { mailIsSetUp } from '@/lib/platform/mail/mail'
import { emailChangeLifetime, endEmailChanges } from '../email-change'

/**
 * Begins a change of one's own address: a link goes to each of the two, and nothing is changed before both confirmed it.
 * The answer does not tell whether the new address has an account; a mail to it does.
 */
export const requestEmailChange = defineCommand({
  name: 'account.request_email_change',
  summary: 'Ask for a change of one’s own address',
  scope: 'person',
  event: 'member.email_changed',
  fresh: true,
  rateLimit: { limit: 'link', key: (input) => input.email },
  input: z.object({ email: personEmail }),
  output: z.object({}),
  async run({ db, caller, now, enqueue, lockOrganization: holdLock }, { email: newEmail }) {
    const { personId } = caller
    if (!mailIsSetUp()) throw new Problem('mail_not_set_up')
    await holdLock(personId)
    await readSelf(db, caller)
    const { email: oldEmail } = await db.person.findUniqueOrThrow({ where: { id: personId } })
    if (newEmail === oldEmail) {
      throw invalidInput([{ pointer: '#/email', detail: 'This is your address already.' }])
    }
    await endEmailChanges(db, personId, 'replaced', now)
    const id = newId('emc')
    const expiresAt = new Date(now.getTime() + emailChangeLifetime)
    await db.emailChange.create({
      data: { id, personId, oldEmail, newEmail, createdAt: now, expiresAt },
    })
    for (const [purpose, to] of [
      ['confirm_old_email', oldEmail],
      ['confirm_new_email', newEmail],
    ] as const) {
      const payload = { purpose, email: to, emailChangeId: id, askedAt: now.toISOString() }
      await enqueue({ organizationId: '', kind: 'link', subjectId: id, payload })
    }
    return unchanged<Record<string, never>, 'person'>({})
  },
})
