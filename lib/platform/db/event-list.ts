import 'server-only'
import type { ReadDb } from './doors'

/** What a list of events is narrowed by; what is absent narrows nothing. Ranges are half open. */
export type EventFilter = {
  /** Whoever acted, or whose the subject is, or the subject. */
  about?: string
  actor?: string
  subject?: string
  /** The key or the session that was used. */
  via?: string
  request?: string
  operation?: string
  events?: readonly string[]
  from?: string
  to?: string
  result?: 'done' | 'denied'
}

export type EventRow = {
  id: string
  at: Date
  event: string
  result: string
  actor: unknown
  subject: unknown
  before: unknown
  after: unknown
  requestId: string | null
  address: string | null
  userAgent: string | null
  operationId: string | null
}

type Raw = { $queryRawUnsafe<T>(sql: string, ...values: unknown[]): Promise<T> }
const rawOf = (db: ReadDb) => db as unknown as Raw

const COLUMNS = `id, at, event, result, actor, subject, before, after, request_id AS "requestId", address,
  user_agent AS "userAgent", operation_id AS "operationId"`

const equal = {
  actor: 'actor_id',
  subject: 'subject_id',
  via: 'via_id',
  request: 'request_id',
  operation: 'operation_id',
} as const

/** A statement's values, each named by its place. */
class Values {
  readonly all: unknown[] = []
  add = (value: unknown, type = 'text') => `$${this.all.push(value)}::${type}`
}

/**
 * The conditions that together mean the filter, no row twice. Each keeps the order of one index: a list of names or
 * an OR would not (row-level security adds the organization, which every index begins with).
 */
function branches(filter: EventFilter, values: Values): string[] {
  const all = Object.entries(equal).flatMap(([key, column]) => {
    const value = filter[key as keyof typeof equal]
    return value === undefined ? [] : [`${column} = ${values.add(value)}`]
  })
  if (filter.from) all.push(`at >= ${values.add(filter.from, 'timestamptz')}`)
  if (filter.to) all.push(`at < ${values.add(filter.to, 'timestamptz')}`)
  // A word of ours, not a value: the partial index of denials is chosen by it.
  if (filter.result) all.push(`result = '${filter.result === 'denied' ? 'denied' : 'done'}'`)
  const names = filter.events?.map((event) => values.add(event))
  const withNames = (rest: string[]) => (names ? [...rest, `event IN (${names.join(', ')})`] : rest)
  if (filter.about !== undefined) {
    const id = values.add(filter.about)
    return [
      [`actor_id = ${id}`],
      [`subject_id = ${id}`, `actor_id <> ${id}`],
      [`subject_of = ${id}`, `actor_id <> ${id}`, `subject_id <> ${id}`],
    ].map((about) => [...about, ...withNames(all)].join(' AND '))
  }
  const anchored = Object.keys(equal).some((key) => filter[key as keyof typeof equal] !== undefined)
  if (!names || anchored) return [withNames(all).join(' AND ') || 'true']
  return names.map((name) => [`event = ${name}`, ...all].join(' AND '))
}

const union = (parts: string[]) => parts.map((part) => `(${part})`).join(' UNION ALL ')

type Place = { value: string; id: string } | null

/** The statement of `eventPage`; apart, so that its plan can be looked at. */
export function pageStatement(
  filter: EventFilter,
  descending: boolean,
  after: Place,
  limit: number,
): { sql: string; values: unknown[] } {
  const values = new Values()
  const order = descending ? 'ORDER BY at DESC, id DESC' : 'ORDER BY at, id'
  const place = after
    ? ` AND (at, id) ${descending ? '<' : '>'} (${values.add(after.value, 'timestamptz')}, ${values.add(after.id)})`
    : ''
  const count = values.add(limit, 'int')
  const parts = branches(filter, values).map(
    (where) => `SELECT * FROM audit_event WHERE ${where}${place} ${order} LIMIT ${count}`,
  )
  const sql = `SELECT ${COLUMNS} FROM (${union(parts)}) AS found ${order} LIMIT ${count}`
  return { sql, values: values.all }
}

/** One keyset page of the door's organization, by time and id. */
export async function eventPage(
  db: ReadDb,
  filter: EventFilter,
  descending: boolean,
  after: Place,
  limit: number,
): Promise<EventRow[]> {
  if (filter.events?.length === 0) return []
  const { sql, values } = pageStatement(filter, descending, after, limit)
  return rawOf(db).$queryRawUnsafe(sql, ...values)
}

/** Counts up to `bound`, never further. */
export async function eventCount(db: ReadDb, filter: EventFilter, bound: number): Promise<number> {
  if (filter.events?.length === 0) return 0
  const values = new Values()
  const most = values.add(bound, 'int')
  const parts = branches(filter, values).map(
    // In the order of an index, so that the bound ends the reading: a bitmap is made of all before the first counts.
    (where) => `SELECT 1 FROM audit_event WHERE ${where} ORDER BY at, id LIMIT ${most}`,
  )
  const sql = `SELECT count(*)::int AS count FROM (SELECT 1 FROM (${union(parts)}) AS found LIMIT ${most}) AS bounded`
  const rows = await rawOf(db).$queryRawUnsafe<{ count: number }[]>(sql, ...values.all)
  return rows[0]?.count ?? 0
}
