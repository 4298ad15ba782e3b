import { base36, randomText } from './random'

/** Every kind of id (DESIGN §5), and `sia` sign-in attempt, `out` outbox row, `req` request, `fct` factor,
 * `emc` change of address, `lnk` mailed link, `tok` access token, `ck` public key of a client, `tr` trust rule. */
export const idPrefixes = [
  'per',
  'ide',
  'usr',
  'org',
  'orginv',
  'cld',
  'prj',
  'ug',
  'rol',
  'rb',
  'key',
  'ses',
  'sia',
  'evt',
  'out',
  'op',
  'wl',
  'req',
  'fct',
  'emc',
  'lnk',
  'tok',
  'ck',
  'tr',
] as const

export type IdPrefix = (typeof idPrefixes)[number]
export type Id<P extends IdPrefix> = `${P}_${string}`

const randomLength = 26

/** A new id, such as `org_` and 26 random characters of [0-9a-z] (134 bits). */
export const newId = <P extends IdPrefix>(prefix: P): Id<P> =>
  `${prefix}_${randomText(base36, randomLength)}`

/** Whether a value has the shape of an id of that kind; says nothing about whether it exists. */
export const isId = <P extends IdPrefix>(prefix: P, value: unknown): value is Id<P> =>
  typeof value === 'string' &&
  value.length === prefix.length + 1 + randomLength &&
  value.startsWith(`${prefix}_`) &&
  /^[0-9a-z]{26}$/.test(value.slice(prefix.length + 1))
