import { accountEmail } from '@/lib/domain/service-account'
import { keyFacts, keySubject, newApiKey } from '@/lib/modules/api-keys/api-key'
import { DAY_SECONDS, type KeyPolicy, lifeGiven } from '@/lib/modules/api-keys/api-key-rules'
import { newAccountMembership } from '@/lib/modules/members/member'
import { accountSubject } from '@/lib/modules/service-accounts/service-account-subject'
import { dice } from '../dice'
import { before, DAY } from '../times'
import { actorOf, type History } from './history'
import { addressOf, program } from './places'
import { bind } from './resources'
import type { AccountRow, KeyRow } from './rows'

/** An owner lets keys of programs live as long as is asked, or without an end. */
export function allowLongKeys(history: History, by: string, at: Date): KeyPolicy {
  const self = history.owner(by)
  const { id, name } = history.organization
  const policy = { personKeyDays: 30, accountKeyDays: null, keysMustEnd: false }
  history.rows.policies.push({ organizationId: id, ...policy })
  history.tell(at, actorOf(self), {
    event: 'organization.policy_changed',
    subject: { kind: 'organization', id, label: name },
    before: { accountKeyDays: 90, keysMustEnd: true },
    after: { accountKeyDays: null, keysMustEnd: false },
  })
  return { ...policy, keyRanges: [] }
}

type Described = { name: string; description?: string }

/** An owner creates a service account; clouds that add everybody add it too. */
export function createAccount(
  history: History,
  by: string,
  given: Described,
  at: Date,
): AccountRow {
  const self = history.owner(by)
  const { name, description = '' } = given
  const organizationId = history.organization.id
  const email = accountEmail(name, organizationId)
  const made = newAccountMembership({ name, email, now: at })
  const account: AccountRow = {
    ...made,
    ...{ organizationId, kind: 'service_account', role: 'collaborator', source: 'owner' },
    ...{ description, createdById: self.id, suspendedAt: null, suspendedById: null },
  }
  history.rows.accounts.push(account)
  const adding = history.rows.clouds.filter(
    (row) => row.autoAdd && row.organizationId === organizationId,
  )
  for (const cloud of adding)
    bind(history, account.id, { cloud }, { role: 'collaborator', origin: 'auto_add', by: null }, at)
  history.tell(at, actorOf(self), {
    event: 'service_account.created',
    subject: accountSubject(account),
    after: {
      ...{ name, email },
      ...(description && { description }),
      ...(adding.length > 0 && {
        clouds: adding.map((cloud) => cloud.name),
        cloudCount: adding.length,
      }),
    },
  })
  return account
}

export function disableAccount(history: History, by: string, account: AccountRow, at: Date): void {
  const self = history.owner(by)
  Object.assign(account, { suspendedAt: at, suspendedById: self.id })
  const keys = history.rows.apiKeys.filter(({ membershipId }) => membershipId === account.id)
  history.tell(at, actorOf(self), {
    event: 'service_account.disabled',
    subject: accountSubject(account),
    before: { state: 'enabled' },
    after: { state: 'disabled', keys: keys.length },
  })
}

type Making = { name: string; days: number | null; usedAt: Date | null; daily: number }

/** An owner makes a key of an account. `usedAt` is when it will have been used last, `daily` how often on a day before. */
export async function makeAccountKey(
  history: History,
  by: string,
  account: AccountRow,
  { name, days, usedAt, daily }: Making,
  policy: KeyPolicy,
  at: Date,
): Promise<void> {
  const self = history.owner(by)
  const kind = 'service_account'
  const seconds = days === null ? null : days * DAY_SECONDS
  const life = lifeGiven({ kind, policy, seconds, clip: false })
  if (!life.ok) throw new Error(`${name} of ${account.name}: ${life.fault}`)
  const given = { membershipId: account.id, kind, name, seconds, now: at, madeById: self.id }
  const { row } = await newApiKey(given)
  if (usedAt && (usedAt < at || (row.expiresAt && usedAt > row.expiresAt)))
    throw new Error(`The key ${name} of ${account.name} could not have been used like this.`)
  const { organizationId } = account
  const from = usedAt && { lastUsedAddress: addressOf(account.email), lastUsedClient: program }
  const key: KeyRow = { ...row, organizationId, lastUsedAt: usedAt, revokedAt: null, ...from }
  history.rows.apiKeys.push(key)
  if (usedAt) countUses(history, key, usedAt, daily)
  history.tell(at, actorOf(self), {
    event: 'api_key.created',
    subject: keySubject(row, account),
    after: keyFacts(row, account),
  })
}

const calls = ['cloud.list', 'project.list', 'project.get', 'workload.report'] as const

/** What it called on each of the last thirty days until its last use: less at weekends, and most of it one thing. */
function countUses({ rows, world }: History, key: KeyRow, usedAt: Date, daily: number): void {
  const chance = dice('uses', key.name, String(daily))
  const earliest = before(world.now, 30 * DAY)
  for (let n = 0; n < 30; n++) {
    const at = before(usedAt, n * DAY)
    if (at < earliest || at < key.createdAt) return
    const weekend = at.getUTCDay() % 6 === 0
    const requests = Math.round(daily * chance.between(0.7, 1.2) * (weekend ? 0.3 : 1))
    const day = new Date(`${at.toISOString().slice(0, 10)}T00:00:00Z`)
    for (const [place, useCase] of calls.entries()) {
      const part = Math.round(requests / 4 ** place)
      if (part === 0) continue
      const { organizationId, id: keyId } = key
      rows.keyUses.push({ organizationId, keyId, day, useCase, requests: part })
    }
  }
}
