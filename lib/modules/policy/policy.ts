import { z } from 'zod'
import { parseAddressRange } from '@/lib/domain/address-range'
import { parseDomain } from '@/lib/domain/invitation-domains'
import { moment } from '@/lib/domain/schemas'
import { bounds, cloudAccesses, signInWays } from './policy-rules'

const domain = z
  .string()
  .max(400)
  .transform((text, context) => {
    const parsed = parseDomain(text)
    if (parsed.ok) return parsed.domain
    context.addIssue({ code: 'custom', message: parsed.fault })
    return z.NEVER
  })

const range = z
  .string()
  .max(400)
  .transform((text, context) => {
    const parsed = parseAddressRange(text)
    if (parsed.ok) return parsed.range
    context.addIssue({ code: 'custom', message: parsed.fault })
    return z.NEVER
  })

const { graceDays, idleMinutes, hours, domains, personKeyDays, accountKeyDays, ranges } = bounds
export const NO_WAY = 'Leave at least one way to sign in.'
export const TOO_MANY = `At most ${domains} domains.`
export const TOO_MANY_RANGES = `At most ${ranges} address ranges.`
/** A whole number of these bounds. */
export const within = ({ least, most }: { least: number; most: number }, unit: string) => {
  const error = `Enter a whole number from ${least} to ${most} ${unit}.`
  return z.int({ error }).min(least, { error }).max(most, { error })
}

const fields = {
  secondFactorRequired: z.boolean(),
  secondFactorGraceDays: within(graceDays, 'days'),
  sessionIdleMinutes: within(idleMinutes, 'minutes').nullable(),
  sessionHours: within(hours, 'hours').nullable(),
  signInMethods: z
    .array(z.enum(signInWays))
    .min(1, NO_WAY)
    .max(20)
    .transform((chosen) => signInWays.filter((way) => chosen.includes(way))),
  invitationDomains: z
    .array(domain)
    .max(domains, TOO_MANY)
    .transform((all) => [...new Set(all)].sort()),
  defaultCloudAccess: z.enum(cloudAccesses),
  personKeyDays: within(personKeyDays, 'days'),
  accountKeyDays: within(accountKeyDays, 'days').nullable(),
  keysMustEnd: z.boolean(),
  keyRanges: z
    .array(range)
    .max(ranges, TOO_MANY_RANGES)
    .transform((all) => [...new Set(all)].sort()),
}

/** What is to become different; the rest stays. */
export const PolicyChanges = z.object(fields).partial()
export type PolicyChanges = z.output<typeof PolicyChanges>

/** A policy as it stands. */
export const Policy = z.object({
  ...z.object(fields).shape,
  signInMethods: z.array(z.enum(signInWays)),
  invitationDomains: z.array(z.string()),
  keyRanges: z.array(z.string()),
  /** Since when the second factor is required; the grace of those who were there begins then. */
  secondFactorSince: moment.nullable(),
  version: z.int(),
})
export type Policy = z.output<typeof Policy>
