import 'server-only'
import { sqlOf, statement } from './sql'
import type { Place, StoredBinding } from './targets'

/** Where a keyset page of these lists begins, and which way it goes. */
export type Page = {
  after: { value: string; id: string } | null
  descending: boolean
  limit: number
}
const pageValues = ({ after, descending, limit }: Page) => [
  descending,
  after?.value ?? null,
  after?.id ?? null,
  limit,
]

export type ReachPerson = {
  id: string
  userId: string
  kind: string
  name: string
  email: string
  role: string
  limits: string[]
  sortKey: string
  bindings: StoredBinding[]
}
const PERSON = `id, user_id AS "userId", kind, name, email, role, limits, sort_key AS "sortKey"`

export type PeopleFilter = {
  origins?: readonly string[]
  kinds?: readonly string[]
  /** Nobody with one of these limits of the organization. */
  without?: readonly string[]
  /** A LIKE pattern over folded text. */
  search: string | null
}

const PEOPLE = statement(
  `SELECT ${PERSON}, bindings FROM reach_people($1, $2, $3, $4::int, $5::text[], $6::text[], $7::text[], $8, $9::timestamptz, $10::boolean, $11, $12, $13::int)`,
)

/** What is asked for: the level of the permission, the least that one must be, and the moment. */
export type Needed = { level: 'cloud' | 'project'; least: number; at: Date }

// As it is asked for most: everybody, onwards. PostgreSQL plans it once a connection (migration reach, reach_everybody).
const EVERYBODY = statement(
  `SELECT ${PERSON}, bindings FROM reach_everybody($1, $2, $3, $4::int, $5::timestamptz, $6, $7, $8::int)`,
)

const isPlain = ({ origins, kinds, without, search }: PeopleFilter, { descending }: Page) =>
  !(origins || kinds || without?.length || search !== null || descending)

const idsOf = (place: Place) => [
  'cloud' in place ? place.cloud : null,
  'project' in place ? place.project : null,
]

/** Who comes to at least that rank on a cloud or a project of the door's organization (migration reach). */
export const peopleReaching = (
  db: object,
  place: Place,
  { level, least, at, ...filter }: PeopleFilter & Needed,
  page: Page,
): Promise<ReachPerson[]> => {
  if (isPlain(filter, page)) {
    const from = pageValues(page).slice(1)
    return sqlOf(db).rows(EVERYBODY, [level, ...idsOf(place), least, at, ...from])
  }
  return sqlOf(db).rows(PEOPLE, [
    level,
    ...idsOf(place),
    least,
    filter.origins ?? null,
    filter.kinds ?? null,
    filter.without?.length ? filter.without : null,
    filter.search,
    at,
    ...pageValues(page),
  ])
}

const COUNTS = statement(
  'SELECT origin, count FROM reach_counts($1, $2, $3, $4::int, $5::timestamptz, $6::int)',
)

/** How many do, by each origin, counted to a bound. */
export const countReaching = (
  db: object,
  place: Place,
  { level, least, at, bound }: Needed & { bound: number },
): Promise<{ origin: string; count: number }[]> =>
  sqlOf(db).rows(COUNTS, [level, ...idsOf(place), least, at, bound])

const holders = (compare: '<' | '>', direction: 'ASC' | 'DESC') =>
  statement(
    `SELECT ${PERSON}, '[]'::jsonb AS bindings FROM membership
     WHERE role = ANY ($1::text[]) AND NOT limits && $2::text[] AND ($3::text IS NULL OR searchable LIKE $3)
       AND ($4::text[] IS NULL OR kind = ANY ($4::text[])) AND ended_at IS NULL AND suspended_at IS NULL
       AND ($5::text IS NULL OR (sort_key, id) ${compare} ($5, $6))
     ORDER BY sort_key ${direction}, id ${direction} LIMIT $7::int`,
  )
const HOLDERS = { up: holders('>', 'ASC'), down: holders('<', 'DESC') }

/** Those who have one of these organization roles and none of these limits. */
export const peopleHolding = (
  db: object,
  { roles, without }: { roles: readonly string[]; without: readonly string[] },
  { search, kinds }: PeopleFilter,
  { after, descending, limit }: Page,
): Promise<ReachPerson[]> =>
  sqlOf(db).rows(descending ? HOLDERS.down : HOLDERS.up, [
    roles,
    without,
    search,
    kinds ?? null,
    after?.value ?? null,
    after?.id ?? null,
    limit,
  ])

export type ReachCloud = { id: string; name: string; sortKey: string; bindings: StoredBinding[] }
export type ReachProject = ReachCloud & {
  isPublic: boolean
  isDefault: boolean
  cloudId: string
  cloudName: string
}
type Reaching = {
  memberId: string
  least: number
  at: Date
  /** A LIKE pattern over folded text. */
  search: string | null
}

const CLOUDS = statement(
  `SELECT id, name, sort_key AS "sortKey", bindings FROM reach_clouds($1, $2::int, $3, $4::timestamptz, $5::boolean, $6, $7, $8::int)`,
)

/** The clouds on which a member comes to at least that rank; a key that opened the door is told of its own places alone. */
export const cloudsReached = (
  db: object,
  { memberId, least, search, at }: Reaching,
  page: Page,
): Promise<ReachCloud[]> =>
  sqlOf(db).rows(CLOUDS, [memberId, least, search, at, ...pageValues(page)])

const PROJECT_COLUMNS = `SELECT id, name, is_public AS "isPublic", is_default AS "isDefault", cloud_id AS "cloudId",
  cloud_name AS "cloudName", sort_key AS "sortKey", bindings`
const PROJECTS = statement(
  `${PROJECT_COLUMNS} FROM reach_projects($1, $2::int, $3, $4, $5::timestamptz, $6::boolean, $7, $8, $9::int)`,
)

// As EVERYBODY: of all clouds, onwards.
const ALL_PROJECTS = statement(
  `${PROJECT_COLUMNS} FROM reach_all_projects($1, $2::int, $3::timestamptz, $4, $5, $6::int)`,
)

/** The projects, on all clouds or on one. */
export const projectsReached = (
  db: object,
  { memberId, least, search, at, cloudId }: Reaching & { cloudId?: string },
  page: Page,
): Promise<ReachProject[]> => {
  const values = pageValues(page)
  if (cloudId === undefined && search === null && !page.descending) {
    return sqlOf(db).rows(ALL_PROJECTS, [memberId, least, at, ...values.slice(1)])
  }
  return sqlOf(db).rows(PROJECTS, [memberId, least, cloudId ?? null, search, at, ...values])
}
