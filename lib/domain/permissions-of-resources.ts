import type { OrganizationLimit, Tier } from './roles'

/** `asked`: no use case of ours needs it; other software asks for it (decision API, authorization/check). */
type Asked = { asked?: 'elsewhere' }
export type CloudEntry = Asked & {
  level: 'cloud'
  label: string
  grants: { cloud: readonly Tier[] }
}
export type ProjectEntry = Asked & {
  level: 'project'
  label: string
  grants: { project: readonly Tier[] }
}
/** What one must be of a place, most first. */
export const tiersOf = (entry: CloudEntry | ProjectEntry): readonly Tier[] =>
  entry.level === 'cloud' ? entry.grants.cloud : entry.grants.project
/** Taken away by a limit, from owners too. */
export type Withheld = { withheldBy?: readonly OrganizationLimit[] }

const owner = ['owner'] as const
const writers = ['owner', 'write'] as const
const all = ['owner', 'write', 'readonly'] as const

const cloud = <const G extends readonly Tier[]>(label: string, grants: G) =>
  ({ level: 'cloud', label, grants: { cloud: grants } }) as const
const project = <const G extends readonly Tier[]>(label: string, grants: G) =>
  ({ level: 'project', label, grants: { project: grants } }) as const
const elsewhere = { asked: 'elsewhere' } as const

/** The rows of the policy for clouds (facts §1.3). */
export const cloudPermissions = {
  'cloud.read': cloud('see a cloud', all),
  'cloud.rename': cloud('rename a cloud', owner),
  'cloud.change_auto_add': cloud('change whether a cloud adds everybody', owner),
  'cloud.list_members': cloud('see who has access to a cloud', owner),
  'cloud.grant': cloud('change who has access to a cloud', owner),
  'project.create': cloud('create projects', writers),
  'compute_config.create': {
    ...cloud('create and archive compute configs', writers),
    ...elsewhere,
  },
  'compute_config.read': { ...cloud('see and use compute configs', all), ...elsewhere },
  'cluster.read_metrics': { ...cloud('see cluster health and metrics', all), ...elsewhere },
} as const satisfies Record<string, CloudEntry>

/** The rows of the policy for projects (facts §1.4). */
export const projectPermissions = {
  'project.read': project('see a project', all),
  'project.list_members': project('see who has access to a project', all),
  'project.grant': project('change who has access to a project', owner),
  'project.change': project('change the name and description of a project', owner),
  'project.change_visibility': project('make a project public or private', owner),
  'project.delete': project('delete a project', owner),
  'workload.read': project('see what runs in a project', all),
  'workload.report': project('report what runs in a project', writers),
  'workload.run': {
    ...project('start, use and stop what runs in a project', writers),
    ...elsewhere,
  },
  'workload.read_logs': { ...project('download logs and metrics', all), ...elsewhere },
  'workload.open_terminal': {
    ...project('run commands in a terminal, editor or notebook', writers),
    ...elsewhere,
  },
  'workload.duplicate': { ...project('duplicate a workspace', writers), ...elsewhere },
} as const satisfies Record<string, ProjectEntry>
