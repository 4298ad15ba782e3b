import { newId } from '@/lib/domain/id'
import type { CloudRole, ProjectRole, StoredOrigin } from '@/lib/domain/roles'
import { newBinding } from '@/lib/modules/bindings/binding'
import { newCloud } from '@/lib/modules/clouds/cloud'
import { DEFAULT_PROJECT, newProject } from '@/lib/modules/projects/project'
import type { CloudRow, ProjectRow } from '../story/rows'
import { before, DAY, MINUTE } from '../times'
import type { Office } from './office'

const ON_CLOUD = 100 // people of each cloud that adds nobody by itself
const PROJECTS = 10 // of each cloud, the default one among them
const IN_PROJECT = 10 // people with a role in each of the others, its creator among them
const STRIDE = 7919 // prime, so that every cloud has other people and none twice
const PIECE = 50 // clouds between two writings

const places = [
  ['AWS', 'us-west-2'],
  ['GCP', 'us-central1'],
  ['GENERIC', 'onprem-oslo'],
  ['AWS', 'eu-central-1'],
  ['AZURE', 'westeurope'],
] as const
const uses = ['prod', 'research', 'staging', 'k8s', 'sandbox', 'batch', 'edge']
const themes = ['grasp', 'perception', 'sim', 'fleet', 'routing', 'vision', 'planning', 'speech']
const works = ['policy-rl', 'training', 'eval', 'labels', 'etl', 'serving', 'bench']
const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T

/**
 * A cloud for every hundred people, a project for every ten, three roles for each: the first cloud adds everybody, on each of
 * the others are a hundred, and ten in each of its projects. No events: a platform's records were taken over.
 */
export async function tellResources(office: Office, size: number): Promise<void> {
  const { world, ids } = office
  const founded = before(world.now, 10 * DAY)
  const clouds = Math.max(2, Math.round(size / 100))
  for (let at = 0; at < clouds; at++) {
    const created = new Date(Math.max(+office.start, +founded + at * MINUTE))
    const cloud = tellCloud(office, at, created)
    const people = at === 0 ? ids : some(ids, at, Math.min(ON_CLOUD, ids.length - 1))
    const origin = at === 0 ? 'auto_add' : 'direct'
    for (const [place, member] of people.entries()) {
      give(office, member, cloud, null, { ...roleOnCloud(at, place), origin }, created)
    }
    tellProjects(office, cloud, people, at, created)
    if (at % PIECE === 0) await world.flush()
  }
  await world.flush()
}

const some = (ids: readonly string[], cloud: number, count: number): string[] =>
  Array.from({ length: count }, (_, n) => pick(ids, cloud * 613 + n * STRIDE))

/** Three of each cloud own it, each tenth only reads; where everybody is, all the others are alike. */
function roleOnCloud(cloud: number, place: number): { role: CloudRole; readOnly: boolean } {
  if (place > 0 && place < 4) return { role: 'owner', readOnly: false }
  const reads = cloud === 0 ? place % 50 === 49 : place % 10 === 9
  return { role: cloud % 7 === 3 ? 'writer' : 'collaborator', readOnly: reads }
}

function tellCloud(office: Office, at: number, now: Date): CloudRow {
  const [provider, region] = pick(places, at)
  const name = at === 0 ? 'prod-us-west-2' : `${pick(uses, at)}-${region}-${at}`
  const creatorId = office.founder.id
  const made = newCloud({ name, provider, region, creatorId, now })
  const cloud = {
    ...{ ...made, organizationId: office.organization.id },
    ...{ isDefault: at === 0, autoAdd: at === 0 },
    computeStack: provider === 'GENERIC' ? 'K8S' : 'VM',
  }
  office.world.rows.clouds.push(cloud)
  return cloud
}

function tellProjects(
  office: Office,
  cloud: CloudRow,
  people: readonly string[],
  at: number,
  now: Date,
): void {
  const { rows } = office.world
  const organizationId = office.organization.id
  for (let place = 0; place < PROJECTS; place++) {
    const isDefault = place === 0
    const creatorId = isDefault ? office.founder.id : pick(people, 4 + place * IN_PROJECT)
    const name = isDefault
      ? DEFAULT_PROJECT
      : `${pick(themes, at + place)}-${pick(works, place * 3 + at)}-${at}-${place}`
    const isPublic = isDefault || place % 4 === 2
    const given = { cloudId: cloud.id, name, isPublic, isDefault, creatorId, now }
    const project = { ...newProject(given), organizationId }
    rows.projects.push(project)
    if (isDefault) continue
    const [first, ...others] = inProject(people, place)
    give(office, first as string, cloud, project, { role: 'owner', origin: 'creator' }, now)
    for (const [n, member] of others.entries()) {
      const role = pick(['write', 'write', 'readonly'] as const, n)
      give(office, member, cloud, project, { role, origin: 'direct' }, now)
    }
  }
  rows.workloads.push({
    ...{ organizationId, id: newId('wl'), cloudId: cloud.id },
    projectId: rows.projects.at(-1)?.id as string,
    ...{ externalId: `svc-${at}`, kind: 'service', name: `serving-${at}`, state: 'running' },
    ...{ creatorId: people[0] as string, lastSeenAt: office.world.now, createdAt: now },
  })
}

/** Of a cloud on which everybody is, they stand far from one another. */
const inProject = (people: readonly string[], place: number) => [
  ...new Set(
    Array.from({ length: IN_PROJECT + 2 }, (_, n) =>
      pick(people, 4 + place * IN_PROJECT + n * (people.length > 1_000 ? 977 : 1)),
    ),
  ),
]

type Role = { role: CloudRole | ProjectRole; readOnly?: boolean; origin: StoredOrigin }

function give(
  office: Office,
  membershipId: string,
  { id: cloudId }: CloudRow,
  project: ProjectRow | null,
  role: Role,
  now: Date,
): void {
  const of = { membershipId, cloudId, projectId: project?.id ?? null }
  const ends = project && office.world.rows.roleBindings.length % 97 === 0
  const row = newBinding({
    ...of,
    ...role,
    createdById: role.origin === 'auto_add' ? null : office.founder.id,
    endsAt: ends ? new Date(+office.world.now + 5 * DAY) : null,
    now,
  })
  office.world.rows.roleBindings.push({ ...row, organizationId: office.organization.id })
}
