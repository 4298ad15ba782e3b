import 'server-only'
import { sqlOf, statement } from './sql'

/** The longest lives that became different; null: that sort of key keeps what it has. `endless`: the days that keys without an end still have. */
export type KeyLimits = {
  personDays: number | null
  accountDays: number | null
  endless: number | null
}

// $1 the moment, $2 and $3 the days from a key's making, $4 the days from now on for one without an end.
const END = `CASE WHEN m.kind = 'person' THEN k.created_at + make_interval(hours => $2::int * 24)
  WHEN $3::int IS NOT NULL THEN k.created_at + make_interval(hours => $3::int * 24)
  WHEN k.expires_at IS NULL THEN $1::timestamptz + make_interval(hours => $4::int * 24) END`
const TOO_LONG = `api_key k JOIN membership m ON m.organization_id = k.organization_id AND m.id = k.membership_id
  WHERE k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > $1::timestamptz)
    AND ${END} < coalesce(k.expires_at, 'infinity')`

const COUNT = statement(
  `SELECT count(*)::int AS count, count(*) FILTER (WHERE ${END} <= $1::timestamptz)::int AS "atOnce",
     coalesce(bool_or(k.id = $5 AND ${END} <= $1::timestamptz), false) AS own FROM ${TOO_LONG}`,
)
const KEY =
  'k.id, k.name, k.last_six AS "lastSix", m.id AS "holderId", m.name AS "holderName", m.kind'
const FIRST = statement(
  `SELECT ${KEY}, ${END} AS "endsAt" FROM ${TOO_LONG} ORDER BY ${END}, k.id LIMIT $5::int`,
)

export type KeyOfHolder = {
  id: string
  name: string
  lastSix: string
  holderId: string
  holderName: string
  kind: string
}

const limited = ({ personDays, accountDays, endless }: KeyLimits, now: Date) => [
  now.toISOString(),
  personDays,
  accountDays,
  endless,
]

/** How many live keys live longer than that, how many of them end at once, and whether one of those is this key. */
export async function keysTooLong(db: object, limits: KeyLimits, now: Date, own: string | null) {
  type Row = { count: number; atOnce: number; own: boolean }
  const [row] = await sqlOf(db).rows<Row>(COUNT, [...limited(limits, now), own])
  return row as Row
}

/** The first of them, whichever ends first. */
export const firstKeysTooLong = (db: object, limits: KeyLimits, now: Date, limit: number) =>
  sqlOf(db).rows<KeyOfHolder & { endsAt: Date }>(FIRST, [...limited(limits, now), limit])

// Whoever was warned of the end before is warned of the new one.
const SHORTEN = statement(
  `UPDATE api_key AS one SET warned_at = NULL,
     revoked_at = CASE WHEN ends.at <= $1::timestamptz THEN $1::timestamptz END,
     expires_at = CASE WHEN ends.at <= $1::timestamptz THEN one.expires_at ELSE ends.at END
   FROM (SELECT k.organization_id, k.id, ${END} AS at FROM ${TOO_LONG}) ends
   WHERE one.organization_id = ends.organization_id AND one.id = ends.id AND one.revoked_at IS NULL`,
)

/** They end as a key that is made now would: counted from their making, or at once when that is past. */
export const shortenKeys = (db: object, limits: KeyLimits, now: Date): Promise<number> =>
  sqlOf(db).run(SHORTEN, limited(limits, now))

const LIVE = 'k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > $1::timestamptz)'
const ADDRESSES = statement(
  `SELECT DISTINCT k.last_used_address AS address FROM api_key k WHERE ${LIVE} AND k.last_used_address IS NOT NULL`,
)

/** From where the live keys were last used. */
export const addressesOfKeys = async (db: object, now: Date): Promise<string[]> =>
  (await sqlOf(db).rows<{ address: string }>(ADDRESSES, [now.toISOString()])).map(
    ({ address }) => address,
  )

const FROM = `api_key k JOIN membership m ON m.organization_id = k.organization_id AND m.id = k.membership_id
  WHERE ${LIVE} AND k.last_used_address = ANY ($2::text[])`
const FROM_COUNT = statement(`SELECT count(*)::int AS count FROM ${FROM}`)
const FROM_FIRST = statement(
  `SELECT ${KEY}, k.last_used_address AS address FROM ${FROM} ORDER BY k.last_used_at DESC, k.id LIMIT $3::int`,
)

/** The live keys that were last used from one of these addresses. */
export async function keysLastUsedFrom(
  db: object,
  addresses: readonly string[],
  now: Date,
  limit: number,
) {
  if (addresses.length === 0) return { count: 0, first: [] }
  const values = [now.toISOString(), addresses]
  const [counted] = await sqlOf(db).rows<{ count: number }>(FROM_COUNT, values)
  const first = await sqlOf(db).rows<KeyOfHolder & { address: string }>(FROM_FIRST, [
    ...values,
    limit,
  ])
  return { count: counted?.count ?? 0, first }
}
