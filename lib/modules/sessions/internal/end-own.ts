import 'server-only'
import type { SessionCaller } from '@/lib/kernel/caller'
import type { IdentityDb } from '@/lib/platform/db/doors'
import { endSessions } from '../ending'

/** Ends live sessions of the caller's own account, in whichever organization, and says so in each one's log. */
export const endOwn = (
  db: IdentityDb,
  caller: SessionCaller,
  which: { id: string } | { id: { not: string } },
  now: Date,
) => endSessions(db, { personId: caller.personId, which, because: 'elsewhere', via: caller }, now)
