import 'server-only'
import { isAccountEmail } from '@/lib/domain/service-account'
import { env } from '../env'
import type { OutboxKind } from '../outbox/queue'
import { type AccountNotice, accountMail } from './account-mail'
import { mailIsSetUp } from './mail'

/** Whatever a command's `run` gets has these. */
type Context = {
  now: Date
  caller: { origin: { address: string | null; userAgent: string | null } }
  enqueue(item: {
    organizationId: string
    kind: OutboxKind
    subjectId: string
    payload: object
  }): Promise<void>
}

/**
 * Whose account it is. `organizationId`: whose outbox it goes through: the caller's own in an organization's command,
 * left out in commands of a person or of the public.
 */
type Holder = { id: string; email: string; organizationId?: string }

/** A mail to the holder of an account about what was just done to it. Where mail is not set up, or no person, nothing. */
export async function noticeTo(
  { now, caller, enqueue }: Context,
  { id, email, organizationId = '' }: Holder,
  notice: AccountNotice,
): Promise<void> {
  if (!mailIsSetUp() || isAccountEmail(email)) return
  const { address, userAgent } = caller.origin
  const mail = accountMail(notice, { address, userAgent, at: now }, env.PUBLIC_URL)
  await enqueue({ organizationId, kind: 'notice', subjectId: id, payload: { to: email, ...mail } })
}
