import fc from 'fast-check'
import { newId } from '@/lib/domain/id'
import {
  cloudRoles,
  organizationLimits,
  organizationRoles,
  projectRoles,
  type StoredOrigin,
} from '@/lib/domain/roles'
import { newBinding } from '@/lib/modules/bindings/binding'
import { newCloud } from '@/lib/modules/clouds/cloud'
import { newMembership } from '@/lib/modules/members/member'
import { newProject } from '@/lib/modules/projects/project'
import { inSystem } from '@/lib/platform/db/doors'

const DAY = 86_400_000 // ms
const some = <T>(words: readonly T[]) => fc.constantFrom(...words)
const many = <T>(one: fc.Arbitrary<T>, maxLength: number) =>
  fc.array(one, { minLength: 1, maxLength })

/** Mostly from ever and for ever; else begun, to begin, ended or to end. */
const times = some([
  [null, null],
  [null, null],
  [-1, null],
  [1, null],
  [null, 1],
  [null, -1],
  [-2, -1],
  [-1, 1],
  [1, 2],
] as [number | null, number | null][])

const who = fc.nat(5)
/** A plan of a world: members, clouds with projects, and who holds what; the numbers choose among what there is. */
export const worlds = fc.record({
  members: fc.array(
    fc.record({
      role: some([...organizationRoles, 'collaborator', 'collaborator'] as const),
      state: some(['open', 'open', 'open', 'open', 'suspended', 'ended'] as const),
      limits: fc.subarray([...organizationLimits]),
    }),
    { minLength: 6, maxLength: 6 },
  ),
  clouds: fc.array(many(fc.boolean(), 4), { minLength: 3, maxLength: 3 }),
  onClouds: fc.uniqueArray(
    fc.record({
      who,
      cloud: fc.nat(2),
      role: some(cloudRoles),
      readOnly: fc.boolean(),
      times,
      auto: fc.boolean(),
    }),
    { minLength: 6, maxLength: 16, selector: ({ who, cloud }) => `${who} ${cloud}` },
  ),
  inProjects: fc.uniqueArray(
    fc.record({ who, project: fc.nat(11), role: some(projectRoles), times, creator: fc.boolean() }),
    { minLength: 6, maxLength: 24, selector: ({ who, project }) => `${who} ${project}` },
  ),
})
type Plan = typeof worlds extends fc.Arbitrary<infer P> ? P : never

/** Writes a world into an organization of its own. */
export async function write(plan: Plan) {
  const organizationId = newId('org')
  const at = new Date()
  const moment = (days: number | null) => (days === null ? null : new Date(+at + days * DAY))
  const members = plan.members.map(({ role, state, limits }, n) => {
    const email = `m${n}@${organizationId.slice(4)}.example`
    const given = { personId: newId('per'), email, name: `M ${(n * 7) % 6}`, now: at }
    const made = newMembership({ ...given, organizationId, role, source: 'owner' })
    return { ...made, role, state, limits }
  })
  const creatorId = (members[0] as { id: string }).id
  const clouds = plan.clouds.map((_, n) =>
    newCloud({ name: `c${(n * 2) % 3}`, provider: 'AWS', region: 'x', creatorId, now: at }),
  )
  const projects = plan.clouds.flatMap((flags, n) =>
    flags.map((isPublic, p) => {
      const cloudId = (clouds[n] as { id: string }).id
      return newProject({ cloudId, name: `p${(p * 3 + n) % 5}`, isPublic, creatorId, now: at })
    }),
  )
  const common = (
    who: number,
    [from, to]: [number | null, number | null],
    origin: StoredOrigin,
  ) => ({
    membershipId: (members[who] as { id: string }).id,
    origin,
    createdById: null,
    startsAt: moment(from),
    endsAt: moment(to),
    now: at,
  })
  const held = new Map<string, ReturnType<typeof newBinding>>()
  for (const { who, cloud, role, readOnly, times, auto } of plan.onClouds) {
    const cloudId = (clouds[cloud] as { id: string }).id
    const limited = readOnly && role !== 'owner'
    const row = {
      ...common(who, times, auto ? 'auto_add' : 'direct'),
      cloudId,
      role,
      readOnly: limited,
    }
    held.set(`${who} ${cloudId}`, newBinding(row))
  }
  for (const { who, project, role, times, creator } of plan.inProjects) {
    const { id: projectId, cloudId } = projects[
      project % projects.length
    ] as (typeof projects)[number]
    const row = { ...common(who, times, creator ? 'creator' : 'direct'), cloudId, projectId, role }
    held.set(`${who} ${projectId}`, newBinding(row))
  }
  const bindings = [...held.values()]
  await inSystem(async (db) => {
    await db.organization.create({ data: { id: organizationId, name: 'World' } })
    const people = members.map(({ personId, email, name }) => ({
      id: personId as string,
      email,
      name,
      homeOrganizationId: organizationId,
    }))
    await db.person.createMany({ data: people })
    const rows = members.map(({ state, ...row }) => ({
      ...row,
      organizationId,
      endedAt: state === 'ended' ? at : null,
      suspendedAt: state === 'suspended' ? at : null,
    }))
    await db.membership.createMany({ data: rows })
    const own = <R>(list: R[]) => list.map((row) => ({ ...row, organizationId }))
    await db.cloud.createMany({ data: own(clouds) })
    await db.project.createMany({ data: own(projects) })
    await db.roleBinding.createMany({ data: own(bindings) })
  })
  return { organizationId, at, members, clouds, projects, bindings }
}
export type World = Awaited<ReturnType<typeof write>>
