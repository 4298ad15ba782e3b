import { type Access, type Chain, counts, decide, tierOnCloud, tierOnProject } from './decide'
import type { Grant, Held } from './explanation'
import { entryOf, type Permission } from './permissions'
import { type OrganizationRole, projectRoles, rank } from './roles'

type Option = { grant: Grant; apply(access: Access): Access }
type Way = { grants: Grant[]; access: Access }

/**
 * The smallest grants that would turn a denial: those that leave somebody with the least, of these the fewest, and of these those
 * that write down the least. Several only when they are equally small.
 */
export function missingGrants(held: Held, permission: Permission): Grant[][] {
  const lifted = obstacles(held, permission)
  const name = nameOf(held, permission)
  const ways = known.get(name) ?? waysTo(held, permission)
  known.set(name, ways)
  return ways.map((grants) => [...lifted, ...grants])
}

// What they come to depends on ranks alone, so there are few thousand of them, whoever asks; each is dear.
const known = new Map<string, Grant[][]>()

/** All that the ways depend on. */
function nameOf(held: Held, permission: Permission): string {
  const { organizationRole, suspendedAs, program = false, chain } = held
  const cloud = chain && rank(tierOnCloud({ organizationRole: 'collaborator', chain }))
  const project = chain?.project && `${chain.project.isPublic} ${inProjectNow(chain)}`
  return `${permission} ${organizationRole} ${suspendedAs} ${program} ${cloud} ${project}`
}

function waysTo(held: Held, permission: Permission): Grant[][] {
  const open = { ...held, limits: [], ceiling: undefined }
  const ways = combined([memberships(held), onCloud(held), inProject(held)], open)
  const allowed = ways.filter(({ access }) => decide(access, permission).allowed)
  const least = allowed.filter((way) => !allowed.some((other) => isLess(other, way)))
  const few = lowest(least, ({ grants }) => grants.length)
  return lowest(few, ({ grants }) => written(grants)).map(({ grants }) => grants)
}

const lowest = <T>(all: T[], by: (one: T) => number): T[] => {
  const least = Math.min(...all.map(by))
  return all.filter((one) => by(one) === least)
}

/** How much grants write down: where the cloud caps a role, a lesser one comes to the same. */
const written = (grants: Grant[]) =>
  grants
    .map((grant) => {
      if (grant.kind === 'cloud_role') return rank(grant.tier)
      return grant.kind === 'project_role' ? rank(grant.role) : 0
    })
    .reduce((sum, one) => sum + one, 0)

/** What is in the way of everybody, whatever is given: each must go. */
function obstacles({ limits = [], ceiling }: Held, permission: Permission): Grant[] {
  const entry = entryOf(permission)
  const withheldBy = entry.level === 'organization' ? (entry.withheldBy ?? []) : []
  return [
    ...(ceiling && !ceiling.includes(permission)
      ? [{ kind: 'another_key', by: null } as const]
      : []),
    ...limits
      .filter((limit) => withheldBy.includes(limit))
      .map((limit) => ({ kind: 'lift_limit', limit, by: 'member.change_role' }) as const),
  ]
}

const withRole = (organizationRole: OrganizationRole) => (access: Access) => ({
  ...access,
  organizationRole,
})

/** Ways to be somebody in the organization, each with all that leads to it. */
function memberships({ organizationRole, suspendedAs, program }: Held): Option[][] {
  const owner: Option = {
    grant: { kind: 'organization_role', role: 'owner', by: 'member.change_role' },
    apply: withRole('owner'),
  }
  if (organizationRole === 'owner') return [[]]
  if (organizationRole) return program ? [[]] : [[], [owner]]
  const back: Option = suspendedAs
    ? { grant: { kind: 'restore', by: 'member.restore' }, apply: withRole(suspendedAs) }
    : { grant: { kind: 'join', by: 'invitation.send' }, apply: withRole('collaborator') }
  return suspendedAs === 'owner' || program ? [[back]] : [[back], [back, owner]]
}

// Somebody's row on a cloud or in a project is one: a grant replaces it, and here never by less.
const row = { id: 'missing', origin: 'direct', startsAt: null, endsAt: null } as const
const cloudGrants = [
  { role: 'collaborator', readOnly: true, tier: 'readonly' },
  { role: 'collaborator', readOnly: false, tier: 'write' },
  { role: 'owner', readOnly: false, tier: 'owner' },
] as const

function onCloud({ chain }: Held): Option[][] {
  if (!chain) return [[]]
  const present = rank(tierOnCloud({ organizationRole: 'collaborator', chain }))
  const more = cloudGrants.filter(({ tier }) => rank(tier) > present)
  return [
    [],
    ...more.map(({ tier, ...given }): Option[] => [
      {
        grant: { kind: 'cloud_role', ...given, tier, by: 'cloud.grant' },
        apply: (access) => ({
          ...access,
          chain: { ...chain, ...access.chain, cloud: [{ ...row, ...given }] },
        }),
      },
    ]),
  ]
}

/** The rank of what somebody holds in the project itself. */
const inProjectNow = ({ at, project }: Chain): number =>
  (project?.bindings ?? [])
    .filter((binding) => counts(binding, at))
    .reduce((highest, { role }) => Math.max(highest, rank(role)), 0)

function inProject({ chain }: Held): Option[][] {
  const project = chain?.project
  if (!project) return [[]]
  const present = inProjectNow(chain)
  const more = projectRoles.filter((role) => rank(role) > present)
  return [
    [],
    ...more.map((role): Option[] => [
      {
        grant: { kind: 'project_role', role, by: 'project.grant' },
        apply: (access) => ({
          ...access,
          chain: {
            ...chain,
            ...access.chain,
            project: { ...project, bindings: [{ ...row, role }] },
          },
        }),
      },
    ]),
  ]
}

/** Every choice of one way of each kind. */
const combined = (kinds: Option[][][], start: Access): Way[] =>
  kinds.reduce<Way[]>(
    (ways, options) =>
      ways.flatMap((way) =>
        options.map((option) => ({
          grants: [...way.grants, ...option.map(({ grant }) => grant)],
          access: option.reduce((access, { apply }) => apply(access), way.access),
        })),
      ),
    [{ grants: [], access: start }],
  )

/** How much somebody is: in the organization, on the cloud, in the project. */
const powerOf = (access: Access): number[] => [
  ['collaborator', 'owner'].indexOf(access.organizationRole ?? ''),
  rank(tierOnCloud(access)),
  rank(tierOnProject(access)),
]

const atLeast = (one: number[], other: number[]) =>
  one.every((power, at) => power >= (other[at] ?? 0))
const isLess = (one: Way, other: Way) => {
  const [its, others] = [powerOf(one.access), powerOf(other.access)]
  return atLeast(others, its) && !atLeast(its, others)
}
