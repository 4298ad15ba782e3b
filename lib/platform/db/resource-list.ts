import 'server-only'
import { type Ceiling, hasPlaces } from '@/lib/domain/ceiling'
import { searchPattern } from '@/lib/domain/fold'
import { filterJson } from './member-list'
import { type Statement, sqlOf, statement } from './sql'

/** Whose reach a list shows, and when. `owner`: of the organization, who reaches everything. */
export type Viewer = { viewer: string; owner: boolean; at: string } & OnlyPlaces
/** The places of a key, each sort in one text: an empty list of either is none, not all. */
type OnlyPlaces = { onlyClouds?: string; onlyProjects?: string }
export type Viewing = {
  self: { id: string; role: string }
  caller: { kind: string; ceiling?: Ceiling }
  now: Date
}
const onlyPlaces = ({ ceiling }: Viewing['caller']): OnlyPlaces =>
  ceiling && hasPlaces(ceiling)
    ? {
        onlyClouds: (ceiling.clouds ?? []).join(','),
        onlyProjects: (ceiling.projects ?? []).join(','),
      }
    : {}
export const viewerOf = ({ self, caller, now }: Viewing): Viewer => ({
  ...onlyPlaces(caller),
  viewer: self.id,
  owner: self.role === 'owner',
  at: now.toISOString(),
})

/** What is absent filters nothing. `creator`: by identity id or user id. */
export type Named = {
  ids?: readonly string[]
  name?: string
  search?: string
  creator?: string
}
export type CloudFilter = Viewer & Named & { autoAdd?: boolean }
export type ProjectFilter = Viewer &
  Named & { cloud?: string; isPublic?: boolean; isDefault?: boolean; mine?: boolean }

export type ResourceSort = 'name' | 'created'
export type Paging = {
  sort: ResourceSort
  descending: boolean
  after: { value: string; id: string } | null
  limit: number
}
type CreatorRow = { id: string; userId: string; name: string; email: string; removed: boolean }
type Common = {
  id: string
  name: string
  creator: CreatorRow
  createdAt: Date
  version: number
  sortKey: string
  tier: string
}
export type CloudRow = Common & {
  provider: string
  region: string
  computeStack: string
  isPrivate: boolean
  isDefault: boolean
  autoAdd: boolean
  members: number | null
  projects: number
}
export type ProjectRow = Common & {
  description: string
  cloud: { id: string; name: string }
  isDefault: boolean
  isPublic: boolean
  tier: 'owner' | 'write' | 'readonly'
  members: number
}

/** How far the people of one row are counted. */
const MEMBERS_BOUND = 1_001

/** Short searches have no trigram: they compare the beginning of the name. */
export function jsonOf({ search, ...filter }: (CloudFilter | ProjectFilter) & object): string {
  const asked = searchPattern(search ?? '')
  if (asked.kind === 'contains') return filterJson({ ...filter, search: asked.pattern })
  if (asked.kind === 'none') return filterJson(filter)
  return filterJson({ ...filter, prefix: asked.prefix, before: asked.before })
}

const NAMED = `id, name, creator, created_at AS "createdAt", version, sort_key AS "sortKey", tier, members,
  is_default AS "isDefault"`
const CLOUDS =
  statement(`SELECT ${NAMED}, provider, region, compute_stack AS "computeStack", is_private AS "isPrivate",
  auto_add AS "autoAdd", projects FROM cloud_page($1::jsonb, $2, $3, $4, $5, $6::int, $7::int)`)
const PROJECTS = statement(`SELECT ${NAMED}, description, cloud, is_public AS "isPublic"
  FROM project_page($1::jsonb, $2, $3, $4, $5, $6::int, $7::int)`)
const COUNT_CLOUDS = statement('SELECT cloud_count($1::jsonb, $2::int) AS count')
const COUNT_PROJECTS = statement('SELECT project_count($1::jsonb, $2::int) AS count')

const page =
  <Filter extends CloudFilter | ProjectFilter, Row>(sql: Statement) =>
  (db: object, filter: Filter, { sort, descending, after, limit }: Paging): Promise<Row[]> => {
    const place = [after?.value ?? null, after?.id ?? null]
    return sqlOf(db).rows(sql, [jsonOf(filter), sort, descending, ...place, limit, MEMBERS_BOUND])
  }
const counted =
  <Filter extends CloudFilter | ProjectFilter>(sql: Statement) =>
  async (db: object, filter: Filter, bound: number): Promise<number> =>
    (await sqlOf(db).rows<{ count: number }>(sql, [jsonOf(filter), bound]))[0]?.count ?? 0

/** One keyset page of what the viewer can reach in the door's organization (migration clouds). */
export const cloudPage = page<CloudFilter, CloudRow>(CLOUDS)
export const projectPage = page<ProjectFilter, ProjectRow>(PROJECTS)
/** Counted to a bound, never further. */
export const cloudCount = counted<CloudFilter>(COUNT_CLOUDS)
export const projectCount = counted<ProjectFilter>(COUNT_PROJECTS)

const FIRST: Paging = { sort: 'name', descending: false, after: null, limit: 1 }
export const oneCloud = async (db: object, viewer: Viewer, id: string): Promise<CloudRow | null> =>
  (await cloudPage(db, { ...viewer, ids: [id] }, FIRST))[0] ?? null
export const oneProject = async (db: object, viewer: Viewer, id: string) =>
  (await projectPage(db, { ...viewer, ids: [id] }, FIRST))[0] ?? null

type Placed = { id: string; sortKey: string; createdAt: Date }
/** Where a row stands in the list: the value it is sorted by, and its id. */
export const resourcePlace =
  (sort: ResourceSort) =>
  ({ id, sortKey, createdAt }: Placed) => ({
    id,
    value: sort === 'name' ? sortKey : createdAt.toISOString(),
  })
