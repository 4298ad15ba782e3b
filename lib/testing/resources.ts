import { newId } from '@/lib/domain/id'
import type { CloudRole, ProjectRole, StoredOrigin } from '@/lib/domain/roles'
import { newBinding } from '@/lib/modules/bindings/binding'
import { newCloud } from '@/lib/modules/clouds/cloud'
import { DEFAULT_PROJECT, newProject } from '@/lib/modules/projects/project'
import type { workloadKinds, workloadStates } from '@/lib/modules/workloads/workload'
import { inSystem } from '@/lib/platform/db/doors'
import type { TestMember } from './people'

/** Whoever holds something: a person or a service account. */
type Holder = Pick<TestMember, 'id' | 'organizationId'>

type Given = { name?: string; autoAdd?: boolean; isDefault?: boolean }
let made = 0

/** A cloud of that owner's organization, with its default project; rows alone, no events. */
export async function makeCloud(owner: TestMember, { name, ...flags }: Given = {}) {
  made += 1
  const { organizationId, id: creatorId } = owner
  const now = new Date()
  const given = { provider: 'AWS', region: 'us-west-2', creatorId, now } as const
  const cloud = newCloud({ name: name ?? `prod-us-west-${made}`, ...given })
  await inSystem((db) => db.cloud.create({ data: { ...cloud, ...flags, organizationId } }))
  const project = await makeProject(owner, cloud, { name: DEFAULT_PROJECT, isDefault: true })
  return { ...cloud, organizationId, project }
}

type GivenProject = { name?: string; isPublic?: boolean; isDefault?: boolean }

/** A project on that cloud, private unless it is the default one; nobody holds a role in it yet. */
export async function makeProject(
  creator: TestMember,
  cloud: { id: string },
  given: GivenProject = {},
) {
  made += 1
  const { organizationId } = creator
  const row = newProject({
    cloudId: cloud.id,
    name: `grasp-policy-${made}`,
    isPublic: given.isDefault ?? false,
    creatorId: creator.id,
    now: new Date(),
    ...given,
  })
  await inSystem((db) => db.project.create({ data: { ...row, organizationId } }))
  return row
}

type Times = { origin?: StoredOrigin; startsAt?: Date | null; endsAt?: Date | null }

/** A role of a member on a cloud. */
export const bindToCloud = (
  member: Holder,
  cloud: { id: string },
  role: CloudRole = 'collaborator',
  given: Times & { readOnly?: boolean } = {},
) => insertBinding(member, { cloudId: cloud.id, role, ...given })

/** A role of a member in a project. */
export const bindToProject = (
  member: Holder,
  { id, cloudId }: { id: string; cloudId: string },
  role: ProjectRole = 'write',
  given: Times = {},
) => insertBinding(member, { cloudId, projectId: id, role, ...given })

type Row = Times & { cloudId: string; projectId?: string; role: string; readOnly?: boolean }

async function insertBinding({ organizationId, id: membershipId }: Holder, row: Row) {
  const now = new Date()
  const binding = newBinding({ origin: 'direct', createdById: null, ...row, membershipId, now })
  await inSystem((db) => db.roleBinding.create({ data: { ...binding, organizationId } }))
  return binding
}

type GivenWorkload = {
  name?: string
  kind?: (typeof workloadKinds)[number]
  state?: (typeof workloadStates)[number]
}

/** What a platform has reported of a member's work in a project. */
export async function makeWorkload(
  { organizationId, id: creatorId }: Holder,
  { id: projectId, cloudId }: { id: string; cloudId: string },
  given: GivenWorkload = {},
) {
  made += 1
  const row = {
    id: newId('wl'),
    externalId: `expwrk_${made}_${newId('wl').slice(3, 11)}`,
    kind: 'workspace' as const,
    name: `workspace-${made}`,
    state: 'running' as const,
    cloudId,
    projectId,
    creatorId,
    lastSeenAt: new Date(),
    ...given,
  }
  await inSystem((db) => db.workload.create({ data: { ...row, organizationId } }))
  return row
}
