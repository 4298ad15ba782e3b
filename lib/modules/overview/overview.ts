import { z } from 'zod'
import { moment } from '@/lib/domain/schemas'

/** What waits for an owner, the worst first. Each but the deletion is a filtered list (components/overview/need-links.ts). */
export const needKinds = [
  'deletion',
  'mail_failed',
  'factor_missing',
  'keys_ending',
  'invitations_ending',
  'owners_idle',
] as const
export type NeedKind = (typeof needKinds)[number]

/** Counted to a bound, as the list counts. */
const counted = { count: z.int(), more: z.boolean() }

export const Need = z.object({
  kind: z.enum(needKinds),
  ...counted,
  /** The first of the list: names of people, addresses of invitations. */
  first: z.array(z.string()),
  /** When it comes about, or began to; of several the first. */
  at: moment.nullable(),
})
export type Need = z.output<typeof Need>

/** Numbers of each day, the oldest first; the last day is today, which is not over. Days are UTC's. */
export const Charts = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  /** Who was in it at the end of the day. */
  people: z.array(z.int()),
  joined: z.array(z.int()),
  left: z.array(z.int()),
  signIns: z.array(z.int()),
})
export type Charts = z.output<typeof Charts>

export const Overview = z.object({
  needs: z.array(Need),
  /** People without a second factor where none is required; null where one is: then it is a need. */
  withoutFactor: z.object({ ...counted, first: z.array(z.string()) }).nullable(),
  people: z.int(),
  charts: Charts,
})
export type Overview = z.output<typeof Overview>
