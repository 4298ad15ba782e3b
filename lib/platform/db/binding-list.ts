import 'server-only'
import type { ReadDb } from './doors'
import { filterJson } from './member-list'
import { sqlOf, statement } from './sql'

/** What is absent filters nothing; `search` is a LIKE pattern over folded text. Organization owners are never listed. */
export type BindingFilter = {
  search?: string | null
  roles?: readonly string[]
  origins?: readonly string[]
  kinds?: readonly string[]
  ends?: 'ending' | 'ended' | 'planned' | 'timed'
  /** An ISO moment: what `ends` is compared with. */
  now: string
}
type Place = { cloud: string; project: string | null }
export type BindingPosition = { value: string; id: string }
/** By name: whose row it is, and where it stands. */
export type BindingPlace = { id: string; sortKey: string }

const PAGE = statement(
  `SELECT membership_id AS id, sort_key AS "sortKey" FROM binding_page($1, $2, $3::jsonb, $4, $5, $6, $7::int)`,
)
const COUNT = statement('SELECT binding_count($1, $2, $3::jsonb, $4::int) AS count')

/** One keyset page of those who hold a row on a cloud or in a project of the door's organization, by name. */
export const bindingPage = (
  db: object,
  { cloud, project }: Place,
  filter: BindingFilter,
  order: { descending: boolean; after: BindingPosition | null; limit: number },
): Promise<BindingPlace[]> =>
  sqlOf(db as ReadDb).rows(PAGE, [
    cloud,
    project,
    filterJson(filter),
    order.descending,
    order.after?.value ?? null,
    order.after?.id ?? null,
    order.limit,
  ])

/** Counts them up to `bound`, never further. */
export async function bindingCount(
  db: object,
  { cloud, project }: Place,
  filter: BindingFilter,
  bound: number,
): Promise<number> {
  const values = [cloud, project, filterJson(filter), bound]
  const [row] = await sqlOf(db as ReadDb).rows<{ count: number }>(COUNT, values)
  return row?.count ?? 0
}
