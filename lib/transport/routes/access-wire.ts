import 'server-only'
import { z } from 'zod'
import { holdBacks } from '@/lib/domain/held-back'
import { permissionNames } from '@/lib/domain/permissions'
import {
  cloudRoles,
  organizationRoles,
  origins,
  projectRoles,
  storedOrigins,
  tiers,
} from '@/lib/domain/roles'
import { snakeCase } from '@/lib/domain/snake-case'
import type { OutputOf } from '@/lib/kernel/define'
import type { explainAccess } from '@/lib/modules/access/queries/explain-access'
import type { readTree } from '@/lib/modules/access/queries/read-tree'
import type { whatCan } from '@/lib/modules/access/queries/what-can'
import type { whoCan } from '@/lib/modules/access/queries/who-can'
import { memberKinds } from '@/lib/modules/members/member'
import { time, wireTime } from '../api/wire'
import { exampleCloud } from './cloud-wire'

type Row<Q extends typeof whoCan | typeof whatCan | typeof readTree> = OutputOf<Q>['rows'][number]
type Explanation = OutputOf<typeof explainAccess>

const tier = z.enum(tiers).nullable().describe('What they are there; null: nothing of a place.')
const ways = z.array(z.enum(origins)).describe('By which ways they come to it.')
const ends = time.nullable().describe('When they will have it no more; null: never, as it is.')
const when = (moment: string | null) => moment && wireTime(moment)

const Person = z
  .object({
    identity_id: z.string(),
    user_id: z.string(),
    kind: z.enum(memberKinds),
    name: z.string(),
    email: z.string(),
    role: z.enum(organizationRoles),
  })
  .meta({ id: 'AccessMember' })
type Member = { id: string; userId: string; kind: 'person' | 'service_account' } & Pick<
  z.input<typeof Person>,
  'name' | 'email' | 'role'
>
export const personWire = ({ id, userId, ...rest }: Member): z.input<typeof Person> => {
  const { kind, name, email, role } = rest
  return { identity_id: id, user_id: userId, kind, name, email, role }
}

export const Reaching = z
  .object({ member: Person, tier, origins: ways, ends_at: ends })
  .meta({ id: 'Reaching' })
export const reachingWire = ({
  member,
  tier,
  origins,
  endsAt,
}: Row<typeof whoCan>): z.input<typeof Reaching> => ({
  member: personWire(member),
  tier,
  origins,
  ends_at: when(endsAt),
})

const Named = z.object({ id: z.string(), name: z.string() })
export const Reached = z
  .object({
    cloud: Named,
    project: Named.extend({ is_public: z.boolean(), is_default: z.boolean() }).nullable(),
    tier,
    origins: ways,
    ends_at: ends,
  })
  .meta({ id: 'Reached' })
export const reachedWire = (row: Row<typeof whatCan>): z.input<typeof Reached> => ({
  cloud: row.cloud,
  project: row.project && {
    id: row.project.id,
    name: row.project.name,
    is_public: row.project.isPublic,
    is_default: row.project.isDefault,
  },
  tier: row.tier,
  origins: row.origins,
  ends_at: when(row.endsAt),
})

const given = {
  id: z.string().describe('The id of the role binding (rb_…).'),
  origin: z.enum(storedOrigins),
  starts_at: time.nullable(),
  ends_at: time.nullable(),
  held_back: z.enum(holdBacks).nullable().describe('Why it does not count, or not for all of it.'),
}
const TreeProject = Named.extend({
  is_public: z.boolean(),
  is_default: z.boolean(),
  tier,
  origins: ways,
  given: z.object({ ...given, role: z.enum(projectRoles) }).nullable(),
})
export const TreeCloud = Named.extend({
  is_default: z.boolean(),
  tier,
  origins: ways,
  given: z.object({ ...given, role: z.enum(cloudRoles), read_only: z.boolean() }).nullable(),
  projects: z.array(TreeProject),
  more_projects: z.boolean().describe('Whether there are more than are shown.'),
}).meta({ id: 'TreeCloud' })

type Given = NonNullable<Row<typeof readTree>['given'] | TreeRow['given']>
type TreeRow = Row<typeof readTree>['projects'][number]
const givenWire = ({ id, origin, startsAt, endsAt, heldBack }: Given) => ({
  id,
  origin,
  starts_at: when(startsAt),
  ends_at: when(endsAt),
  held_back: heldBack,
})
export const treeWire = (cloud: Row<typeof readTree>): z.input<typeof TreeCloud> => ({
  id: cloud.id,
  name: cloud.name,
  is_default: cloud.isDefault,
  tier: cloud.tier,
  origins: cloud.origins,
  given: cloud.given && {
    ...givenWire(cloud.given),
    role: cloud.given.role,
    read_only: cloud.given.readOnly,
  },
  projects: cloud.projects.map((project) => ({
    id: project.id,
    name: project.name,
    is_public: project.isPublic,
    is_default: project.isDefault,
    tier: project.tier,
    origins: project.origins,
    given: project.given && { ...givenWire(project.given), role: project.given.role },
  })),
  more_projects: cloud.moreProjects,
})

const Fact = z
  .looseObject({ kind: z.string() })
  .meta({ id: 'AccessFact', examples: [{ kind: 'no_project_role' }] })
export const ExplanationWire = z
  .object({
    permission: z.enum(permissionNames),
    place: z.object({
      kind: z.enum(['organization', 'cloud', 'project']),
      id: z.string(),
      name: z.string(),
    }),
    member: Person.omit({ kind: true }),
    allowed: z.boolean(),
    reason: z.string().nullable().describe('The sentence of a denial.'),
    tier,
    steps: z.array(Fact).describe('Why, in order: member, what they hold, what that permits.'),
    held_back: z.array(Fact).describe('What is given, and comes to nothing or to less.'),
    grants: z
      .array(z.array(Fact))
      .describe('Of a denial: the smallest sets of grants, each of which is enough.'),
    supports: z
      .array(z.array(Fact))
      .describe(
        'Of an allowance: the smallest sets of facts, each of which takes it when it goes.',
      ),
    until: time.nullable().describe('When time alone turns the answer into its opposite.'),
    who_could: z
      .array(z.object({ permission: z.string(), words: z.string(), count: z.int() }))
      .describe('Who could give or take what is named.'),
  })
  .meta({
    id: 'AccessExplanation',
    examples: [
      {
        permission: 'project.read',
        place: { kind: 'cloud', id: exampleCloud.id, name: exampleCloud.name },
        member: {
          identity_id: 'ide_2k2y004le7fcqa0azt484nfutd',
          user_id: exampleCloud.creator_id,
          name: 'Ann Berg',
          email: 'ann@halden.example',
          role: 'collaborator',
        },
        allowed: false,
        reason: 'Only people with access to the cloud can see a cloud.',
        tier: null,
        steps: [{ kind: 'member', role: 'collaborator' }, { kind: 'no_cloud_role' }],
        held_back: [],
        grants: [
          [{ kind: 'cloud_role', role: 'collaborator', read_only: true, by: 'cloud.grant' }],
        ],
        supports: [],
        until: null,
        who_could: [{ permission: 'cloud.grant', words: 'owners of the cloud', count: 3 }],
      },
    ],
  })

/** Facts are flat: their names in the letters of the wire, moments as all others. */
const fact = (given: object) =>
  Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      snakeCase(name),
      name.endsWith('At') && typeof value === 'string' ? wireTime(value) : value,
    ]),
  ) as z.input<typeof Fact>

export const explanationWire = (found: Explanation): z.input<typeof ExplanationWire> => ({
  permission: found.permission,
  place: { kind: found.place.kind, id: found.place.id, name: found.place.name },
  member: {
    identity_id: found.member.id,
    user_id: found.member.userId,
    name: found.member.name,
    email: found.member.email,
    role: found.member.role,
  },
  allowed: found.allowed,
  reason: found.reason,
  tier: found.tier,
  steps: found.steps.map(fact),
  held_back: found.heldBack.map(fact),
  grants: found.grants.map((set) => set.map(fact)),
  supports: found.supports.map((set) => set.map(fact)),
  until: when(found.until),
  // Names are for the console's pages; the API tells how many (DESIGN §3).
  who_could: found.deciders.map(({ permission, words, count }) => ({ permission, words, count })),
})
