import 'server-only'
import { z } from 'zod'
import { readSelf } from '@/lib/kernel/access'
import { defineCommand, unchanged } from '@/lib/kernel/define'
import { endEmailChanges } from '../email-change'

/** One's own change of address that waits is given up; its links work no more. */
export const cancelEmailChange = defineCommand({
  name: 'account.cancel_email_change',
  summary: 'Give up a change of one’s own address',
  scope: 'person',
  event: 'member.email_changed',
  input: z.object({}),
  output: z.object({ cancelled: z.boolean() }),
  async run({ db, caller, now, lockOrganization: holdLock }) {
    await holdLock(caller.personId)
    await readSelf(db, caller)
    const ended = await endEmailChanges(db, caller.personId, 'cancelled', now)
    return unchanged<{ cancelled: boolean }, 'person'>({ cancelled: ended > 0 })
  },
})
