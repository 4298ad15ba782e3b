import { newId } from '@/lib/domain/id'
import type { CloudRole, ProjectRole, StoredOrigin } from '@/lib/domain/roles'
import { newBinding } from '@/lib/modules/bindings/binding'
import { newCloud } from '@/lib/modules/clouds/cloud'
import { DEFAULT_PROJECT, newProject } from '@/lib/modules/projects/project'
import { actorOf, type History } from './history'
import type { CloudRow, ProjectRow } from './rows'

type CloudGiven = Pick<CloudRow, 'name' | 'provider' | 'region' | 'computeStack' | 'autoAdd'>

/** An owner puts a cloud on record: the first one is the default cloud. Of those who are there, all are added where it says so. */
export function tellCloud(history: History, by: string, given: CloudGiven, at: Date): CloudRow {
  const self = history.owner(by)
  const { name, provider, region, computeStack, autoAdd } = given
  const organizationId = history.organization.id
  const isDefault = !history.rows.clouds.some((row) => row.organizationId === organizationId)
  const made = newCloud({ name, provider, region, creatorId: self.id, now: at })
  const cloud = { ...made, organizationId, isDefault, autoAdd, computeStack }
  history.rows.clouds.push(cloud)
  const home = { name: DEFAULT_PROJECT, isPublic: true, isDefault: true }
  const project = newProject({ cloudId: cloud.id, creatorId: self.id, now: at, ...home })
  history.rows.projects.push({ ...project, organizationId })
  const added = autoAdd ? addEverybody(history, cloud, at) : 0
  history.tell(at, actorOf(self), {
    event: 'cloud.created',
    subject: { kind: 'cloud', id: cloud.id, label: name },
    after: { name, provider, region, isDefault, autoAdd, ...(autoAdd && { added }) },
  })
  return cloud
}

function addEverybody(history: History, cloud: CloudRow, at: Date): number {
  const { organizationId } = cloud
  const accounts = history.rows.accounts.filter((row) => row.organizationId === organizationId)
  const members = [...history.members(), ...accounts]
  for (const { id } of members) {
    bind(history, id, { cloud }, { role: 'collaborator', origin: 'auto_add', by: null }, at)
  }
  return members.length
}

type ProjectGiven = { name: string; description?: string; isPublic?: boolean }

/** Somebody makes a project, and owns it. */
export function tellProject(
  history: History,
  by: string,
  cloud: CloudRow,
  { name, description = '', isPublic = false }: ProjectGiven,
  at: Date,
): ProjectRow {
  const self = history.member(by)
  const given = { cloudId: cloud.id, name, description, isPublic, creatorId: self.id, now: at }
  const project = { ...newProject(given), organizationId: history.organization.id }
  history.rows.projects.push(project)
  bind(history, self.id, { cloud, project }, { role: 'owner', origin: 'creator', by: self.id }, at)
  history.tell(at, actorOf(self), {
    event: 'project.created',
    subject: { kind: 'project', id: project.id, label: name },
    after: { cloud: cloud.name, isPublic },
  })
  return project
}

type Place = { cloud: CloudRow; project?: ProjectRow }
type Role = {
  role: CloudRole | ProjectRole
  readOnly?: boolean
  startsAt?: Date | null
  endsAt?: Date | null
}

/** Somebody gives a role to somebody, named by the email, or to a service account. */
export function tellGrant(
  history: History,
  by: string,
  whom: string | { id: string; name: string },
  place: Place,
  role: Role,
  at: Date,
): void {
  const self = history.member(by)
  const member = typeof whom === 'string' ? history.member(whom) : whom
  const binding = bind(history, member.id, place, { ...role, origin: 'direct', by: self.id }, at)
  const { startsAt, endsAt, readOnly } = binding
  history.tell(at, actorOf(self), {
    event: 'role_binding.created',
    subject: { kind: 'role_binding', id: binding.id, label: member.name, of: member.id },
    after: {
      member: member.name,
      cloud: place.cloud.name,
      ...(place.project && { project: place.project.name }),
      role: role.role,
      readOnly,
      ...(startsAt && { startsAt }),
      ...(endsAt && { endsAt }),
    },
  })
}

/** A role without an event: a creator's, or of a cloud that adds everybody. */
export function bind(
  history: History,
  membershipId: string,
  { cloud, project }: Place,
  { by, ...role }: Role & { origin: StoredOrigin; by: string | null },
  at: Date,
) {
  const row = newBinding({
    ...role,
    membershipId,
    cloudId: cloud.id,
    projectId: project?.id ?? null,
    createdById: by,
    now: at,
  })
  const binding = { ...row, organizationId: history.organization.id }
  history.rows.roleBindings.push(binding)
  return binding
}

type Run = { kind: string; name: string; state: string; by: string; seen: Date }

/** What a platform reported of a project, the last time it did. */
export function tellWorkload(
  history: History,
  { id: projectId, cloudId }: ProjectRow,
  { kind, name, state, by, seen }: Run,
  at: Date,
): void {
  history.rows.workloads.push({
    ...{ organizationId: history.organization.id, id: newId('wl'), cloudId, projectId },
    ...{ kind, name, state, creatorId: history.member(by).id, lastSeenAt: seen, createdAt: at },
    externalId: `${kind}-${name}`,
  })
}
