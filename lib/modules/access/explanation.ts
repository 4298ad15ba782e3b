import { z } from 'zod'
import { permissionNames } from '@/lib/domain/permissions'
import {
  cloudRoles,
  organizationLimits,
  organizationRoles,
  projectRoles,
  storedOrigins,
  tiers,
} from '@/lib/domain/roles'
import { idOf, moment } from '@/lib/domain/schemas'
import { Held, Holder } from '@/lib/modules/bindings/binding'

const permissionName = z.enum(permissionNames)

const tier = z.enum(tiers)
const organizationRole = z.enum(organizationRoles)
const limit = z.enum(organizationLimits)
const binding = idOf('rb')
const row = { binding, origin: z.enum(storedOrigins), endsAt: moment.nullable(), tier }
const of = <const K extends string, S extends z.ZodRawShape = Record<never, never>>(
  kind: K,
  shape?: S,
) => z.object({ kind: z.literal(kind), ...(shape as S) })

/** As lib/domain/explanation.ts says of each. */
const Step = z.discriminatedUnion('kind', [
  of('member', { role: organizationRole }),
  of('no_member'),
  of('ceiling'),
  of('limit', { limit }),
  of('implicit_owner'),
  of('cloud_role', { ...row, role: z.enum(cloudRoles), readOnly: z.boolean() }),
  of('no_cloud_role'),
  of('cloud_owner'),
  of('project_role', { ...row, role: z.enum(projectRoles) }),
  of('public_project', { tier }),
  of('no_project_role'),
  of('cap', { from: tier, to: tier }),
  of('permission', {
    permission: permissionName,
    allowed: z.boolean(),
    needs: z.enum(['owner', 'collaborator', 'write', 'readonly']),
    has: z.enum(['owner', 'collaborator', 'write', 'readonly']).nullable(),
  }),
])
const HeldBack = z.discriminatedUnion('kind', [
  of('not_started', { binding, startsAt: moment }),
  of('ended', { binding, endsAt: moment }),
  of('no_cloud_role', { binding }),
  of('read_only', { binding, from: tier, to: tier }),
  of('capped', { binding: binding.nullable(), from: tier, to: tier }),
  of('dormant', { binding }),
  of('suspended'),
  of('limit', { limit }),
  of('ceiling'),
])
const by = permissionName
const Grant = z.discriminatedUnion('kind', [
  of('restore', { by }),
  of('join', { by }),
  of('organization_role', { by, role: z.literal('owner') }),
  of('cloud_role', { by, role: z.enum(cloudRoles), readOnly: z.boolean(), tier }),
  of('project_role', { by, role: z.enum(projectRoles) }),
  of('lift_limit', { by, limit }),
  of('another_key', { by: z.null() }),
])
const Support = z.discriminatedUnion('kind', [
  of('membership', { by }),
  of('organization_owner', { by }),
  of('cloud_role', { by, binding }),
  of('project_role', { by, binding }),
  of('public_project', { by }),
])

/** Who could give or take what is named: in words, and the first of them by name. Names stay in the console. */
const Deciders = z.object({
  permission: permissionName,
  /** "owners of the project" */
  words: z.string(),
  names: z.array(z.string()),
  count: z.int(),
})

const named = z.object({ id: z.string(), name: z.string() })
export const Explanation = z.object({
  permission: permissionName,
  /** Completes "may …". */
  label: z.string(),
  place: z.object({
    kind: z.enum(['organization', 'cloud', 'project']),
    id: z.string(),
    name: z.string(),
    /** Of a project. */
    cloud: named.nullable(),
    isPublic: z.boolean().nullable(),
  }),
  member: Holder.extend({ joinedAt: moment }),
  allowed: z.boolean(),
  reason: z.string().nullable(),
  tier: tier.nullable(),
  steps: z.array(Step),
  heldBack: z.array(HeldBack),
  grants: z.array(z.array(Grant)),
  supports: z.array(z.array(Support)),
  until: moment.nullable(),
  /** The rows that steps name: by whom, since when. */
  bindings: z.array(Held),
  /** Who could change it, for each permission that grants or supports ask for. */
  deciders: z.array(Deciders),
})
export type Explanation = z.output<typeof Explanation>
