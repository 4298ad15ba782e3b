import 'server-only'
import { type Permission, permissions } from '@/lib/domain/permissions'
import { inTenant } from '@/lib/platform/db/doors'
import type { Entered } from '@/lib/platform/db/entrance'
import { log } from '@/lib/platform/log'
import { actorOf } from './access'
import { type Entry, record } from './audit'
import type { KeyCaller, MemberCaller, Origin } from './caller'
import type { Self } from './define'

const MINUTE = 60_000 // ms

/** The event of a refused permission: one per caller, permission and minute, the rest fold into it. */
export const denialOf = (caller: MemberCaller, self: Self, permission: Permission): Entry => ({
  event: 'access.denied',
  result: 'denied',
  organizationId: caller.organizationId,
  actor: actorOf(caller, self),
  subject: { kind: 'permission', id: permission, label: permissions[permission].label },
  foldKey: `${self.id}:${permission}:${Math.floor(Date.now() / MINUTE)}`,
})

/** The event of a key that came from where its organization lets none in. */
export const refusedAddress = (
  caller: KeyCaller,
  { id, name, email }: Pick<Entered, 'id' | 'name' | 'email'>,
): Entry => ({
  event: 'access.denied',
  result: 'denied',
  organizationId: caller.organizationId,
  actor: { kind: 'api_key', id, name, email, key: caller.keyId },
  subject: { kind: 'permission', id: 'api_key.from_there', label: 'use a key from this address' },
  foldKey: `${caller.keyId}:address:${Math.floor(Date.now() / MINUTE)}`,
})

type Account = { organizationId: string; id: string; name: string; email: string }

/** The event of a workload whose token was not trusted for an account: one a minute for each account. `after` says why. */
export const refusedExchange = (account: Account, after: Record<string, string>): Entry => ({
  event: 'access.denied',
  result: 'denied',
  organizationId: account.organizationId,
  actor: { kind: 'api_key', id: account.id, name: account.name, email: account.email },
  subject: {
    kind: 'permission',
    id: 'token.exchange',
    label: 'sign in without a key',
    of: account.id,
  },
  after,
  foldKey: `${account.id}:exchange:${Math.floor(Date.now() / MINUTE)}`,
})

/** Records it in a transaction of its own, since the caller's is rolled back. Failing to never changes the answer. */
export const recordDenial = (denial: Entry, origin: Origin, at: Date): Promise<void> =>
  inTenant(denial.organizationId, async (db) => record(db, [denial], origin, at)).catch((error) =>
    log.error({ err: error }, 'a denial could not be recorded'),
  )
