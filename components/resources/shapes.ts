import type { z } from 'zod'
import type { CloudRole, Origin, ProjectRole, StoredOrigin, Tier } from '@/lib/domain/roles'
import type { Cloud, Creator } from '@/lib/modules/clouds/cloud'
import type { Project } from '@/lib/modules/projects/project'

export type CreatedBy = z.output<typeof Creator>

/** A row of `cloud.list`, and the answer of `cloud.get`. */
export type CloudRow = z.output<typeof Cloud> & {
  tier: Tier
  /** Null where whoever asks may not see them. */
  members: number | null
  projects: number
}

/** A row of `project.list`, and the answer of `project.get`. */
export type ProjectRow = z.output<typeof Project> & { members: number | null }

/** What every list answers. */
export type Page<Row> = {
  rows: Row[]
  next: string | null
  previous: string | null
  first: number
  total: { count: number; more: boolean }
}

/** Who holds what on a place: a row of `binding.list_on_cloud` and `binding.list_on_project`. */
export type BindingRow<Role = CloudRole | ProjectRole> = {
  member: {
    id: string
    userId: string
    kind: 'person' | 'service_account'
    name: string
    email: string
    role: 'owner' | 'collaborator'
  }
  role: Role
  readOnly: boolean
  /** What it comes to. */
  tier: Tier | null
  binding: {
    id: string
    origin: StoredOrigin
    createdAt: string
    createdBy: { id: string; name: string; removed: boolean } | null
    startsAt: string | null
    endsAt: string | null
    version: number
  } | null
  origin: Origin
  projects?: number
}
