import { type KeyPolicy, noKeyPolicy, presetDays } from '@/lib/modules/api-keys/api-key-rules'

// Apart from the schemas: the browser shows these, and would otherwise load all of Zod for them.

export const signInWays = ['password', 'passkey', 'email_link'] as const
export type SignInWay = (typeof signInWays)[number]

export const cloudAccesses = ['collaborator', 'read_only'] as const
export type CloudAccess = (typeof cloudAccesses)[number]

/** What owners demand of their people. Null: what the installation has. */
export type PolicyValues = {
  secondFactorRequired: boolean
  secondFactorGraceDays: number
  sessionIdleMinutes: number | null
  sessionHours: number | null
  signInMethods: SignInWay[]
  invitationDomains: string[]
  defaultCloudAccess: CloudAccess
} & KeyPolicy
export type PolicyField = keyof PolicyValues

/** Activity is written up to a minute late, so a shorter time than five would be a guess. */
export const bounds = {
  graceDays: { least: 0, most: 90 },
  idleMinutes: { least: 5, most: 14 * 24 * 60 },
  hours: { least: 1, most: 14 * 24 },
  domains: 100,
  personKeyDays: { least: 1, most: 30 },
  accountKeyDays: { least: 1, most: 36_500 },
  ranges: 50,
} as const

/** Without a row of its own an organization demands nothing. */
export const noPolicy: PolicyValues = {
  secondFactorRequired: false,
  secondFactorGraceDays: 7,
  sessionIdleMinutes: null,
  sessionHours: null,
  signInMethods: [...signInWays],
  invitationDomains: [],
  defaultCloudAccess: 'collaborator',
  ...noKeyPolicy,
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** The fields in which two policies differ. */
export const changedFields = (before: PolicyValues, after: PolicyValues): PolicyField[] =>
  (Object.keys(noPolicy) as PolicyField[]).filter((field) => !same(before[field], after[field]))

const DAY = 86_400_000 // ms

type Demand = Pick<PolicyValues, 'secondFactorRequired' | 'secondFactorGraceDays'> & {
  secondFactorSince: Date | null
}

/** From when on somebody who joined at `joined` gets nowhere without a second factor; null: never. */
export function factorDueAt(demand: Demand, joined: Date): Date | null {
  const { secondFactorRequired, secondFactorGraceDays, secondFactorSince } = demand
  if (!secondFactorRequired || !secondFactorSince) return null
  const from = Math.max(secondFactorSince.getTime(), joined.getTime())
  return new Date(from + secondFactorGraceDays * DAY)
}

type Lengths = Pick<PolicyValues, 'sessionIdleMinutes' | 'sessionHours'>
type Times = { createdAt: Date; lastActiveAt: Date; expiresAt: Date }

/** When a session ends, if nobody uses it any more (authenticate_session has the same rule, with a minute's patience). */
export function endOfSession(session: Times, { sessionIdleMinutes, sessionHours }: Lengths): Date {
  const ends = [session.expiresAt.getTime()]
  if (sessionHours !== null) ends.push(session.createdAt.getTime() + sessionHours * 3_600_000)
  if (sessionIdleMinutes !== null) {
    ends.push(session.lastActiveAt.getTime() + (sessionIdleMinutes + 1) * 60_000)
  }
  return new Date(Math.min(...ends))
}

/** Whether an organization admits a session that began so. Invitation and set-up link are ways to join, not to come back. */
export const admits = ({ signInMethods }: { signInMethods: readonly string[] }, method: string) =>
  !(signInWays as readonly string[]).includes(method) || signInMethods.includes(method)

/** Why a policy may not be saved by this owner: they would lock themselves out. */
export type PolicyDenial = { field: PolicyField; detail: string }

export const ownWayDenial = (losesWay: boolean): PolicyDenial | null =>
  losesWay
    ? {
        field: 'signInMethods',
        detail:
          'You could not sign in any more yourself. Keep a way that you have, or set up another one first.',
      }
    : null

type Own = { factor: boolean; dueAt: Date | null; now: Date; newly: boolean }

export const ownFactorDenial = ({ factor, dueAt, now, newly }: Own): PolicyDenial | null =>
  factor || dueAt === null || dueAt > now
    ? null
    : {
        field: newly ? 'secondFactorRequired' : 'secondFactorGraceDays',
        detail:
          'You have no second factor yourself, so this would shut you out at once. Set one up first, or give more days.',
      }

const keyFields = ['personKeyDays', 'accountKeyDays', 'keysMustEnd', 'keyRanges'] as const

/** Which longest lives became different, for keys that are there; null: none. Without an end is as long as a new key's preset. */
export function newKeyLimits(fields: readonly PolicyField[], after: KeyPolicy) {
  const ofAccounts = fields.includes('accountKeyDays') || fields.includes('keysMustEnd')
  if (!ofAccounts && !fields.includes('personKeyDays')) return null
  return {
    personDays: fields.includes('personKeyDays') ? after.personKeyDays : null,
    accountDays: ofAccounts ? after.accountKeyDays : null,
    endless: ofAccounts && after.keysMustEnd ? presetDays('service_account', after) : null,
  }
}

/** The key that asks would not come back: it ends at once, or its address is none of those let in. */
export const ownKeyDenial = (
  fields: readonly PolicyField[],
  { ends, elsewhere }: { ends: boolean; elsewhere: boolean },
): PolicyDenial | null => {
  if (elsewhere) {
    const detail = 'The address that you ask from is in none of these. Add it first.'
    return { field: 'keyRanges', detail }
  }
  const field = keyFields.find((one) => fields.includes(one))
  if (!ends || !field) return null
  return { field, detail: 'The key that you ask with would end at once. Ask with a newer one.' }
}
