import fc from 'fast-check'
import { type CloudBinding, decide, type ProjectBinding } from '@/lib/domain/decide'
import type { Held } from '@/lib/domain/explanation'
import { type Permission, permissionNames } from '@/lib/domain/permissions'
import { cloudRoles, organizationLimits, organizationRoles, projectRoles } from '@/lib/domain/roles'

export const NOW = 1_700_000_000_000
export const at = (seconds: number) => new Date(NOW + seconds * 1_000)
const times = fc
  .record({
    startsAt: fc.constantFrom(null, null, -2, 0, 1, 2),
    endsAt: fc.constantFrom(null, null, 2, 1, 0, -1),
  })
  .map(({ startsAt, endsAt }) => ({
    startsAt: startsAt === null ? null : at(startsAt),
    endsAt: endsAt === null ? null : at(endsAt),
  }))
const origin = fc.constantFrom('direct' as const, 'auto_add' as const)
const cloudRow = fc
  .tuple(fc.constantFrom(...cloudRoles), fc.boolean(), origin, times)
  .map(([role, limited, from, when]): CloudBinding => {
    return { id: 'rb_cloud', role, readOnly: limited && role !== 'owner', origin: from, ...when }
  })
const projectRow = fc
  .tuple(fc.constantFrom(...projectRoles), times)
  .map(([role, when]): ProjectBinding => ({ id: 'rb_project', role, origin: 'direct', ...when }))
const few = <T>(row: fc.Arbitrary<T>) => fc.option(row, { nil: null, freq: 4 })
const place = fc.oneof(
  { weight: 1, arbitrary: fc.constant('organization' as const) },
  { weight: 2, arbitrary: fc.constant('cloud' as const) },
  { weight: 4, arbitrary: fc.constant('project' as const) },
)

/** What somebody holds on the way to one place; at most one row on each thing, as the database has it. */
export const world = fc
  .record({
    role: fc.oneof(
      { weight: 6, arbitrary: fc.constant('collaborator' as const) },
      { weight: 1, arbitrary: fc.constantFrom('owner' as const, null) },
    ),
    suspendedAs: fc.option(fc.constantFrom(...organizationRoles), { nil: undefined }),
    limits: fc.subarray([...organizationLimits]),
    ceiling: fc.option(fc.subarray([...permissionNames]), { nil: undefined, freq: 8 }),
    cloud: few(cloudRow),
    project: few(projectRow),
    isPublic: fc.boolean(),
    place,
  })
  .map((one) => ({ ...one, suspendedAs: one.role === null ? one.suspendedAs : undefined }))
export type World = typeof world extends fc.Arbitrary<infer W> ? W : never

export const heldIn = ({
  role,
  suspendedAs,
  limits,
  ceiling,
  cloud,
  project,
  isPublic,
  place,
}: World): Held => ({
  organizationRole: role,
  limits,
  ...(suspendedAs && { suspendedAs }),
  ...(ceiling && { ceiling }),
  ...(place !== 'organization' && {
    chain: {
      at: at(0),
      cloud: cloud ? [cloud] : [],
      ...(place === 'project' && { project: { isPublic, bindings: project ? [project] : [] } }),
    },
  }),
})
export const may = (one: World, permission: Permission) => decide(heldIn(one), permission).allowed
export const permission = fc.constantFrom(...permissionNames)

export const always = { startsAt: null, endsAt: null }
