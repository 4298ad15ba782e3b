import 'server-only'
import { searchPattern } from '@/lib/domain/fold'
import { filterJson } from './member-list'
import { sqlOf, statement } from './sql'

export type KeySort = 'name' | 'created' | 'used' | 'ends'

/** What is absent filters nothing. `member`, `maker`: identity ids. `unusedSince`: neither made nor used from then on. */
export type KeyFilter = {
  at: string
  search?: string
  name?: string
  member?: string
  maker?: string
  kind?: 'person' | 'service_account'
  ends?: 'within_7_days' | 'none'
  unusedSince?: string
  state?: 'live' | 'ended'
  ids?: readonly string[]
}

type Named = { id: string; name: string; email: string; removed: boolean }
export type KeyOfOrganization = {
  id: string
  name: string
  lastSix: string
  searchable: string
  createdAt: Date
  expiresAt: Date | null
  lastUsedAt: Date | null
  revokedAt: Date | null
  ceiling: unknown
  replacesId: string | null
  holder: Named & { userId: string; kind: string }
  madeBy: Named
}

const PAGE =
  statement(`SELECT id, name, last_six AS "lastSix", searchable, created_at AS "createdAt", expires_at AS "expiresAt",
  last_used_at AS "lastUsedAt", revoked_at AS "revokedAt", ceiling, replaces_id AS "replacesId", holder, made_by AS "madeBy"
  FROM key_page($1::jsonb, $2, $3, $4, $5, $6::int)`)
const COUNT = statement('SELECT key_count($1::jsonb, $2::int) AS count')

/** Short searches have no trigram: they compare the beginning of the name. */
function jsonOf({ search, ...filter }: KeyFilter): string {
  const asked = searchPattern(search ?? '')
  if (asked.kind === 'contains') return filterJson({ ...filter, search: asked.pattern })
  if (asked.kind === 'none') return filterJson(filter)
  return filterJson({ ...filter, prefix: asked.prefix, before: asked.before })
}

export type KeyPaging = {
  sort: KeySort
  descending: boolean
  after: { value: string; id: string } | null
  limit: number
}

/** One keyset page of the keys of the door's organization (migration owners_of_keys). */
export const keyPage = (
  db: object,
  filter: KeyFilter,
  { sort, descending, after, limit }: KeyPaging,
): Promise<KeyOfOrganization[]> =>
  sqlOf(db).rows(PAGE, [
    jsonOf(filter),
    sort,
    descending,
    after?.value ?? null,
    after?.id ?? null,
    limit,
  ])

/** How many match, counted to a bound. */
export const keyCount = async (db: object, filter: KeyFilter, bound: number): Promise<number> =>
  (await sqlOf(db).rows<{ count: number }>(COUNT, [jsonOf(filter), bound]))[0]?.count ?? 0

/** Where a row stands in the list: the value it is sorted by, and its id. */
export const keyPlace = (sort: KeySort) => (row: KeyOfOrganization) => ({
  id: row.id,
  value: {
    name: () => row.searchable,
    created: () => row.createdAt.toISOString(),
    used: () => (row.lastUsedAt ?? new Date(0)).toISOString(),
    ends: () => row.expiresAt?.toISOString() ?? '9999-12-31T00:00:00.000Z',
  }[sort](),
})
