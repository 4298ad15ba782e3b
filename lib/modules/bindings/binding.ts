import { z } from 'zod'
import { newId } from '@/lib/domain/id'
import { problemCodes } from '@/lib/domain/problems'
import {
  cloudLimit,
  cloudRoles,
  projectRoles,
  type StoredOrigin,
  storedOrigins,
  tiers,
} from '@/lib/domain/roles'
import {
  email,
  expectedVersion,
  idOf,
  instant,
  moment,
  stored,
  storedRole,
} from '@/lib/domain/schemas'
import { memberKinds } from '@/lib/modules/members/member'

export const cloudRole = z.enum(cloudRoles)
export const projectRole = z.enum(projectRoles)

/** Who holds a role, by whom, since when and until when. */
export const Held = z.object({
  id: idOf('rb'),
  origin: stored(storedOrigins),
  createdAt: moment,
  /** Null: nobody (auto-add), or somebody who is not known any more. */
  createdBy: z.object({ id: idOf('ide'), name: z.string(), removed: z.boolean() }).nullable(),
  startsAt: moment.nullable(),
  endsAt: moment.nullable(),
  version: z.int(),
})

/** Whoever may hold a role, as lists of holders name them. */
export const Holder = z.object({
  id: idOf('ide'),
  userId: idOf('usr'),
  kind: stored(memberKinds),
  name: z.string(),
  email: z.string(),
  role: storedRole,
  suspended: z.boolean(),
})
export type Holder = z.output<typeof Holder>

const held = {
  member: Holder,
  /** In effect now: null before the start, after the end, and while the holder is suspended. */
  tier: z.enum(tiers).nullable(),
  binding: Held,
  origin: z.enum(storedOrigins),
}
export const OnCloud = z.object({
  ...held,
  role: stored(cloudRoles),
  readOnly: z.boolean(),
  /** How many roles of their own they hold in its projects. */
  projects: z.int(),
})
export const OnProject = z.object({
  ...held,
  role: stored(projectRoles),
  readOnly: z.boolean(),
  /** What they hold on its cloud, which caps what counts here; null: nothing that counts. */
  onCloud: z.object({ role: stored(cloudRoles), readOnly: z.boolean() }).nullable(),
})

/** Named by one of their ids; a grant names by the email too. */
export const whose = { memberId: idOf('ide').optional(), userId: idOf('usr').optional() }
export type Whose = { memberId?: string; userId?: string; email?: string }
const isNamed = ({ memberId, userId, email }: Whose) =>
  [memberId, userId, email].filter((one) => one !== undefined).length === 1
const named = [isNamed, 'Name one member, in one way.'] as const

const at = instant
  .transform((text) => new Date(text))
  .nullable()
  .optional()
export const times = {
  startsAt: at.describe('Counts from this moment on. Null: at once.'),
  endsAt: at.describe('Counts no longer from this moment on. Null: without an end.'),
}
const onCloud = { role: cloudRole, readOnly: z.boolean().default(false) }
const toWhom = { ...whose, email: email.optional() }

export const MOST = 200
export const TOO_MANY = `At most ${MOST} at once.`
export const NOBODY = 'Name somebody.'
const several = <T extends z.ZodType>(grant: T) => ({
  grants: z.array(grant).min(1, NOBODY).max(MOST, TOO_MANY),
  /** Nobody is given anything when one is refused. */
  allOrNothing: z.boolean().default(false),
  /** Whoever has a role already is left as they are, or counts as refused. */
  already: z.enum(['kept', 'refused']).default('kept'),
})
export const cloudGrants = several(z.object({ ...toWhom, ...onCloud, ...times }).refine(...named))
export const projectGrants = several(
  z.object({ ...toWhom, role: projectRole, ...times }).refine(...named),
)

export const Granted = z.object({
  results: z.array(
    z.object({
      memberId: idOf('ide').nullable(),
      name: z.string().nullable(),
      email: z.string().nullable(),
      status: z.enum(['granted', 'already', 'refused']),
      code: z.enum(problemCodes).optional(),
      detail: z.string().optional(),
      bindingId: idOf('rb').optional(),
    }),
  ),
})
export type Grant = Whose & {
  role: string
  readOnly?: boolean
  startsAt?: Date | null
  endsAt?: Date | null
}
export type GrantResult = z.input<typeof Granted>['results'][number]

const changing = {
  ...times,
  expectedVersion,
  /** An organization owner gives the role to whoever holds none yet, instead of hearing that there is none. */
  orGrant: z.boolean().default(false),
}
export const cloudChange = z
  .object({ cloudId: idOf('cld'), ...whose, ...onCloud, ...changing })
  .refine(...named)
export const projectChange = z
  .object({ projectId: idOf('prj'), ...whose, role: projectRole, ...changing })
  .refine(...named)
export const fromCloud = z.object({ cloudId: idOf('cld'), ...whose }).refine(...named)
export const fromProject = z.object({ projectId: idOf('prj'), ...whose }).refine(...named)

export const endStates = ['ending', 'ended', 'planned', 'timed'] as const
export const listFilters = {
  search: z.string().max(400).optional().describe('Part of a name or an email address.'),
  origins: z.array(z.enum(storedOrigins)).max(10).optional(),
  kinds: z.array(z.enum(memberKinds)).max(10).optional(),
  ends: z
    .enum(endStates)
    .optional()
    .describe('Ends within 7 days, has ended, begins later, or has an end.'),
  inherited: z.boolean().default(false).describe('Also say who has access without a row.'),
}
export const cloudRoleFilter = z
  .array(z.enum([...cloudRoles, cloudLimit]))
  .max(10)
  .optional()
export const projectRoleFilter = z.array(projectRole).max(10).optional()

/** Who has access without a row of their own. */
const some = z.object({ count: z.int(), more: z.boolean(), names: z.array(z.string()) })
export const Inherited = z.object({
  /** Owners of the organization, who own everything. */
  owners: some,
  /** Owners of the cloud, who own its projects. Null on a cloud. */
  cloudOwners: some.nullable(),
  /** Everybody on the cloud, in a public project. Null otherwise. */
  everyone: some.omit({ names: true }).nullable(),
})

/** Somebody whom one may pick. */
export const Candidate = z.object({
  ...Holder.shape,
  /** What they hold there already. */
  held: z.object({ role: z.string(), readOnly: z.boolean() }).nullable(),
  /** Whether a role in a project of this cloud may be given. */
  onCloud: z.boolean(),
})
export const Candidates = z.object({
  rows: z.array(Candidate),
  /** Only a whole email address finds somebody. */
  exactOnly: z.boolean(),
})

/** Who becomes the owner of what, when somebody goes. */
export const handedOver = z
  .array(
    z
      .object({
        cloudId: idOf('cld').optional(),
        projectId: idOf('prj').optional(),
        to: idOf('ide'),
      })
      .refine(
        ({ cloudId, projectId }) => (cloudId === undefined) !== (projectId === undefined),
        'Name a cloud or a project.',
      ),
  )
  .max(MOST, TOO_MANY)
export type HandedOver = z.output<typeof handedOver>[number]

type New = {
  membershipId: string
  cloudId: string
  projectId?: string | null
  role: string
  readOnly?: boolean
  origin: StoredOrigin
  createdById: string | null
  startsAt?: Date | null
  endsAt?: Date | null
  now: Date
}
/** The row of a new binding. */
export const newBinding = ({ now, ...given }: New) => ({
  projectId: null,
  readOnly: false,
  startsAt: null,
  endsAt: null,
  ...given,
  id: newId('rb'),
  createdAt: now,
})
