import 'server-only'
import { z } from 'zod'
import type { CallerOf } from '@/lib/kernel/caller'
import { changed, defineCommand, unchanged } from '@/lib/kernel/define'
import { Problem } from '@/lib/kernel/problem'
import { noticeTo } from '@/lib/platform/mail/notice-to'
import { endEmailChanges, pendingEmailChange } from '../email-change'
import { moveAddress } from '../internal/move-address'
import { redeemLink } from '../link'

const Output = z.object({ state: z.enum(['waiting', 'changed', 'stopped']) })
type Output = z.output<typeof Output>

/**
 * One of the two addresses confirms a change, or stops it. The new one only in a browser that is signed in to the
 * account: else anybody could have their account confirmed by the owner of an address that is not theirs.
 */
export const confirmEmailChange = defineCommand({
  name: 'account.confirm_email_change',
  summary: 'Confirm or stop a change of address by a mailed link',
  scope: 'public',
  event: 'member.email_changed',
  rateLimit: { limit: 'accept', key: (input) => input.token },
  input: z.object({ token: z.string().max(100), stop: z.boolean().default(false) }),
  output: Output,
  async run(context, { token, stop }) {
    const { db, caller, now, lockOrganization: holdLock } = context
    const purposes = ['confirm_old_email', 'confirm_new_email'] as const
    const { purpose, person, emailChangeId } = await redeemLink(db, token, purposes, now)
    if (!person || !emailChangeId) throw ended()
    await holdLock(person.id)
    const change = await pendingEmailChange(db, { id: emailChangeId }, now)
    if (change?.oldEmail !== person.email) throw ended()
    if (stop) {
      await endEmailChanges(db, person.id, 'refused', now)
      return unchanged<Output, 'public'>({ state: 'stopped' })
    }
    const byNew = purpose === 'confirm_new_email'
    if (byNew) requireHolder(caller, person)
    const mark = byNew ? { newConfirmedAt: now } : { oldConfirmedAt: now }
    await db.emailChange.updateMany({ where: { id: change.id, endedAt: null }, data: mark })
    if (!(byNew ? change.oldConfirmedAt : change.newConfirmedAt)) {
      return unchanged<Output, 'public'>({ state: 'waiting' })
    }
    const { oldEmail: from, newEmail: to } = change
    const told = await moveAddress(db, { person, change, via: ownSession(caller, person) }, now)
    for (const email of [from, to]) {
      await noticeTo(context, { id: person.id, email }, { kind: 'email_changed', from, to })
    }
    return changed<Output, 'public'>({ state: 'changed' }, told)
  },
})

type Caller = CallerOf['public']

const ownSession = (caller: Caller, person: { id: string }) =>
  caller.kind === 'session' && caller.personId === person.id ? caller : undefined

function requireHolder(caller: Caller, person: { id: string; email: string }) {
  if (ownSession(caller, person)) return
  throw new Problem(
    'wrong_account',
    `Sign in as ${person.email} in this browser, then open this link again. Nothing was changed.`,
  )
}

const ended = () => new Problem('link_ended', 'This change of address has ended. Begin it anew.')
