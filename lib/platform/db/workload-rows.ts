import 'server-only'
import { filterJson } from './member-list'
import type { Viewer } from './resource-list'
import { sqlOf, statement } from './sql'

export type StoredWorkload = {
  id: string
  externalId: string
  kind: string
  name: string
  cloudId: string
  projectId: string
  creatorId: string | null
  state: string
  lastSeenAt: Date
  createdAt: Date
  version: number
}

const STORED = `id, external_id AS "externalId", kind, name, cloud_id AS "cloudId", project_id AS "projectId", creator_id AS "creatorId", state,
  last_seen_at AS "lastSeenAt", created_at AS "createdAt", version`
// Waits for whoever deletes the project, and then inserts nothing.
const INSERT = statement(`
  INSERT INTO workload (id, external_id, kind, name, cloud_id, project_id, creator_id, state, last_seen_at, created_at)
  SELECT $1, $2, $3, $4, p.cloud_id, p.id, $6, $7, $8, $9 FROM project p WHERE p.id = $5 FOR KEY SHARE
  ON CONFLICT (organization_id, external_id) DO NOTHING RETURNING ${STORED}`)
const HELD = statement(`SELECT ${STORED} FROM workload WHERE external_id = $1 FOR UPDATE`)
const UPDATE = statement(
  `UPDATE workload SET kind = $2, name = $3, creator_id = $4, state = $5, last_seen_at = $6, version = version + 1 WHERE id = $1 RETURNING ${STORED}`,
)

type New = Omit<StoredWorkload, 'version' | 'cloudId'>

/** Puts a workload on record; null when its external id is there already, or its project is not there any more. */
export async function insertWorkload(db: object, row: New): Promise<StoredWorkload | null> {
  const { id, externalId, kind, name, projectId, creatorId, state } = row
  const times = [row.lastSeenAt.toISOString(), row.createdAt.toISOString()]
  const values = [id, externalId, kind, name, projectId, creatorId, state, ...times]
  return (await sqlOf(db).rows<StoredWorkload>(INSERT, values))[0] ?? null
}

/** The workload of that external id, as it stays until the commit. */
export const holdWorkload = async (db: object, externalId: string) =>
  (await sqlOf(db).rows<StoredWorkload>(HELD, [externalId]))[0] ?? null

type Changed = Pick<StoredWorkload, 'id' | 'kind' | 'name' | 'creatorId' | 'state' | 'lastSeenAt'>
export async function updateWorkload(db: object, row: Changed): Promise<StoredWorkload> {
  const { id, kind, name, creatorId, state, lastSeenAt } = row
  const values = [id, kind, name, creatorId, state, lastSeenAt.toISOString()]
  return (await sqlOf(db).rows<StoredWorkload>(UPDATE, values))[0] as StoredWorkload
}

export type WorkloadFilter = Viewer & {
  ids?: readonly string[]
  externalId?: string
  project?: string
  creator?: string
  states?: readonly string[]
  kinds?: readonly string[]
}
export type WorkloadRow = Omit<StoredWorkload, 'cloudId' | 'projectId' | 'creatorId'> & {
  project: { id: string; name: string }
  cloud: { id: string; name: string }
  creator: { id: string; name: string; email: string; removed: boolean } | null
}

const PAGE =
  statement(`SELECT id, external_id AS "externalId", kind, name, project, cloud, creator, state, last_seen_at AS "lastSeenAt",
  created_at AS "createdAt", version FROM workload_page($1::jsonb, $2, $3, $4, $5::int)`)
const COUNT = statement('SELECT workload_count($1::jsonb, $2::int) AS count')

type Paging = {
  descending: boolean
  after: { value: string; id: string } | null
  limit: number
}

/** One keyset page of workloads in the projects that the viewer can reach, by when they were seen (migration clouds). */
export const workloadPage = (
  db: object,
  filter: WorkloadFilter,
  { descending, after, limit }: Paging,
): Promise<WorkloadRow[]> =>
  sqlOf(db).rows(PAGE, [
    filterJson(filter),
    descending,
    after?.value ?? null,
    after?.id ?? null,
    limit,
  ])

export const workloadCount = async (
  db: object,
  filter: WorkloadFilter,
  bound: number,
): Promise<number> =>
  (await sqlOf(db).rows<{ count: number }>(COUNT, [filterJson(filter), bound]))[0]?.count ?? 0
