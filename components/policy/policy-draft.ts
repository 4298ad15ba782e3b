import { parseAddressRange } from '@/lib/domain/address-range'
import { parseDomain } from '@/lib/domain/invitation-domains'
import {
  bounds,
  changedFields,
  type PolicyField,
  type PolicyValues,
} from '@/lib/modules/policy/policy-rules'

type Typed =
  | 'secondFactorGraceDays'
  | 'sessionIdleMinutes'
  | 'sessionHours'
  | 'invitationDomains'
  | 'personKeyDays'
  | 'accountKeyDays'
  | 'keyRanges'

/** The policy as it is typed: numbers and domains are text, an empty length is none of one's own. */
export type PolicyDraft = Omit<PolicyValues, Typed> & Record<Typed, string>

const typedLength = (length: number | null) => (length === null ? '' : String(length))

export const draftOf = (policy: PolicyValues): PolicyDraft => ({
  secondFactorRequired: policy.secondFactorRequired,
  secondFactorGraceDays: String(policy.secondFactorGraceDays),
  sessionIdleMinutes: typedLength(policy.sessionIdleMinutes),
  sessionHours: typedLength(policy.sessionHours),
  signInMethods: policy.signInMethods,
  invitationDomains: policy.invitationDomains.join('\n'),
  defaultCloudAccess: policy.defaultCloudAccess,
  personKeyDays: String(policy.personKeyDays),
  accountKeyDays: typedLength(policy.accountKeyDays),
  keysMustEnd: policy.keysMustEnd,
  keyRanges: policy.keyRanges.join('\n'),
})

export type Faults = Partial<Record<PolicyField, string>>
type Read = { changes: Partial<PolicyValues>; faults: Faults; fields: PolicyField[] }

/** What the draft makes different from what is stored, and what of it cannot be read. */
export function readDraft(draft: PolicyDraft, stored: PolicyValues): Read {
  const faults: Faults = {}
  const whole = (field: Typed, { least, most }: { least: number; most: number }, unit: string) => {
    const number = Number(draft[field].trim())
    if (/^\d{1,6}$/.test(draft[field].trim()) && number >= least && number <= most) return number
    faults[field] = `Enter a whole number from ${least} to ${most} ${unit}.`
    return null
  }
  const length = (field: Typed, ...rest: [{ least: number; most: number }, string]) =>
    draft[field] === '' ? null : whole(field, ...rest)
  const { domains, fault } = readDomains(draft.invitationDomains)
  if (fault) faults.invitationDomains = fault
  const ranges = readRanges(draft.keyRanges)
  if (ranges.fault) faults.keyRanges = ranges.fault
  if (draft.signInMethods.length === 0) faults.signInMethods = 'Leave at least one way to sign in.'
  const values: PolicyValues = {
    ...draft,
    secondFactorGraceDays:
      whole('secondFactorGraceDays', bounds.graceDays, 'days') ?? stored.secondFactorGraceDays,
    sessionIdleMinutes: length('sessionIdleMinutes', bounds.idleMinutes, 'minutes'),
    sessionHours: length('sessionHours', bounds.hours, 'hours'),
    invitationDomains: domains,
    personKeyDays: whole('personKeyDays', bounds.personKeyDays, 'days') ?? stored.personKeyDays,
    accountKeyDays: length('accountKeyDays', bounds.accountKeyDays, 'days'),
    keyRanges: ranges.ranges,
  }
  const fields = changedFields(stored, values)
  const faulty = Object.keys(faults) as PolicyField[]
  const sound = fields.filter((field) => !faulty.includes(field))
  const changes = Object.fromEntries(sound.map((field) => [field, values[field]]))
  const touched = (Object.keys(fieldLabels) as PolicyField[]).filter(
    (field) => fields.includes(field) || faulty.includes(field),
  )
  return { changes, faults, fields: touched }
}

function readRanges(text: string) {
  const parsed = text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(parseAddressRange)
  const fault = parsed.find((one) => !one.ok)
  const ranges = [...new Set(parsed.flatMap((one) => (one.ok ? one.range : [])))].sort()
  const many =
    ranges.length > bounds.ranges ? `At most ${bounds.ranges} address ranges.` : undefined
  return { ranges, fault: fault && !fault.ok ? fault.fault : many }
}

function readDomains(text: string) {
  const parsed = text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(parseDomain)
  const fault = parsed.find((one) => !one.ok)
  const domains = [...new Set(parsed.flatMap((one) => (one.ok ? one.domain : [])))].sort()
  const many = domains.length > bounds.domains ? `At most ${bounds.domains} domains.` : undefined
  return { domains, fault: fault && !fault.ok ? fault.fault : many }
}

export const fieldLabels: Record<PolicyField, string> = {
  secondFactorRequired: 'Second factor',
  secondFactorGraceDays: 'Days to set it up',
  sessionIdleMinutes: 'Idle time',
  sessionHours: 'Session length',
  signInMethods: 'Ways to sign in',
  invitationDomains: 'Domains',
  defaultCloudAccess: 'New people',
  personKeyDays: 'Keys of people',
  accountKeyDays: 'Keys of service accounts',
  keysMustEnd: 'Keys that do not end',
  keyRanges: 'Addresses of keys',
}
