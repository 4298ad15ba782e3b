import { z } from 'zod'
import { holdBacks } from '@/lib/domain/held-back'
import { permissionNames } from '@/lib/domain/permissions'
import { cloudRoles, origins, projectRoles, storedOrigins, tiers } from '@/lib/domain/roles'
import { idOf, moment, stored } from '@/lib/domain/schemas'
import { Holder } from '@/lib/modules/bindings/binding'

export const permissionAsked = z.enum(permissionNames)

/** A member as lists about access show one. */
export const MemberOfAccess = Holder.omit({ suspended: true })
export type MemberOfAccess = z.output<typeof MemberOfAccess>

const tier = z.enum(tiers).nullable()
const ends = moment.nullable().describe('When they will have it no more. Null: never, as it is.')

/** Somebody who may, with what they are there and by which ways. */
export const Reaching = z.object({
  member: MemberOfAccess,
  tier,
  origins: z.array(z.enum(origins)),
  endsAt: ends,
})
export type Reaching = z.output<typeof Reaching>

/** A cloud or a project that somebody reaches. */
export const Reached = z.object({
  cloud: z.object({ id: idOf('cld'), name: z.string() }),
  project: z
    .object({ id: idOf('prj'), name: z.string(), isPublic: z.boolean(), isDefault: z.boolean() })
    .nullable(),
  tier,
  origins: z.array(z.enum(origins)),
  endsAt: ends,
})
export type Reached = z.output<typeof Reached>

const given = {
  id: idOf('rb'),
  origin: stored(storedOrigins),
  startsAt: moment.nullable(),
  endsAt: moment.nullable(),
  /** Why it does not count, or not for all that it says. */
  heldBack: z.enum(holdBacks).nullable(),
}
/** A role as it was given. */
const CloudRoleGiven = z.object({ ...given, role: stored(cloudRoles), readOnly: z.boolean() })
const ProjectRoleGiven = z.object({ ...given, role: stored(projectRoles) })

export const TreeProject = z.object({
  id: idOf('prj'),
  name: z.string(),
  isPublic: z.boolean(),
  isDefault: z.boolean(),
  /** What they are in it. Null: nothing, the role they were given rests. */
  tier,
  origins: z.array(z.enum(origins)),
  given: ProjectRoleGiven.nullable(),
})
export type TreeProject = z.output<typeof TreeProject>
export const TreeCloud = z.object({
  id: idOf('cld'),
  name: z.string(),
  isDefault: z.boolean(),
  tier,
  origins: z.array(z.enum(origins)),
  given: CloudRoleGiven.nullable(),
  projects: z.array(TreeProject),
  /** Whether there are more projects than are shown. */
  moreProjects: z.boolean(),
})
export type TreeCloud = z.output<typeof TreeCloud>

/** How many there are, counted to a bound. */
export const Bounded = z.object({ count: z.int(), more: z.boolean() })
export type Bounded = z.output<typeof Bounded>
/** By which ways people come to it. Somebody with two ways is in both. */
export const ByOrigin = z.record(z.enum(origins), Bounded)
export type ByOrigin = z.output<typeof ByOrigin>
