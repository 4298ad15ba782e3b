import { type Access, counts, decide, tierAt, tierOnCloud, tierOnProject } from './decide'
import type { Explanation, Held, HeldBack, Step } from './explanation'
import { missingGrants } from './missing-grants'
import { type Entry, entryOf, type Permission } from './permissions'
import { tiersOf } from './permissions-of-resources'
import { cloudTier, type OrganizationRole, organizationRoles, type Tier } from './roles'
import { supportsOf } from './supports'
import { turningPoint } from './turning-point'

/** Why the decision is what it is, and the least that would turn it. Total, like `decide`, and of the same facts. */
export function explain(held: Held, permission: Permission): Explanation {
  const decision = decide(held, permission)
  const { allowed } = decision
  return {
    allowed,
    reason: decision.allowed ? null : decision.reason,
    tier: tierAt(held),
    steps: stepsOf(held, permission, allowed),
    heldBack: heldBackOf(held, permission),
    grants: allowed ? [] : missingGrants(held, permission),
    supports: allowed ? supportsOf(held, permission) : [],
    until: turningPoint(held, permission),
  }
}

function stepsOf(held: Held, permission: Permission, allowed: boolean): Step[] {
  const entry = entryOf(permission)
  const { organizationRole: role, ceiling } = held
  const limits = withholding(held, entry)
  return [
    role ? { kind: 'member', role } : { kind: 'no_member' },
    ...(role && entry.level !== 'organization' ? stepsAtPlace(held, entry.level) : []),
    ...limits.map((limit): Step => ({ kind: 'limit', limit })),
    ...(ceiling && !ceiling.includes(permission) ? [{ kind: 'ceiling' } as const] : []),
    { kind: 'permission', permission, allowed, ...comparison(held, entry) },
  ]
}

const withholding = ({ limits = [] }: Access, entry: Entry) =>
  entry.level === 'organization' ? limits.filter((limit) => entry.withheldBy?.includes(limit)) : []

/** What the policy asks for, and what there is. */
function comparison(held: Access, entry: Entry) {
  if (entry.level === 'organization') {
    const needs = [...organizationRoles].reverse().find((role) => grantsTo(entry, role))
    return { needs: needs ?? 'owner', has: held.organizationRole }
  }
  const has = entry.level === 'cloud' ? tierOnCloud(held) : tierOnProject(held)
  return { needs: tiersOf(entry).at(-1) ?? 'owner', has }
}
const grantsTo = (entry: Extract<Entry, { level: 'organization' }>, role: OrganizationRole) =>
  entry.grants.organization.includes(role)

function stepsAtPlace(held: Access, level: 'cloud' | 'project'): Step[] {
  if (held.organizationRole === 'owner') return [{ kind: 'implicit_owner' }]
  const { chain } = held
  const onCloud = (chain?.cloud ?? []).filter((row) => chain && counts(row, chain.at))
  const limited = onCloud.some(({ readOnly }) => readOnly)
  const rows = onCloud.map(({ id, role, readOnly, origin, endsAt }): Step => {
    const tier = cloudTier(role, limited)
    return { kind: 'cloud_role', binding: id, role, readOnly, origin, endsAt, tier }
  })
  if (rows.length === 0) return [{ kind: 'no_cloud_role' }]
  return level === 'cloud' ? rows : [...rows, ...stepsInProject(held)]
}

function stepsInProject(held: Access): Step[] {
  const onCloud = tierOnCloud(held)
  if (onCloud === 'owner') return [{ kind: 'cloud_owner' }]
  const { chain } = held
  const project = chain?.project
  if (!chain || !project) return [{ kind: 'no_project_role' }]
  const rows = project.bindings.filter((row) => counts(row, chain.at))
  const given: Step[] = rows.map(({ id, role, origin, endsAt }) => ({
    kind: 'project_role',
    binding: id,
    role,
    origin,
    endsAt,
    tier: role,
  }))
  if (project.isPublic) given.push({ kind: 'public_project', tier: 'write' })
  if (given.length === 0) return [{ kind: 'no_project_role' }]
  const without = best(held)
  const cap: Step[] =
    onCloud === 'readonly' && without && without !== 'readonly'
      ? [{ kind: 'cap', from: without, to: 'readonly' }]
      : []
  return [...given, ...cap]
}

/** What they would be in the project, did the cloud cap nothing. */
function best({ chain }: Access): Tier | null {
  if (!chain?.project) return null
  const uncapped = { role: 'collaborator', readOnly: false, origin: 'direct' } as const
  const times = { startsAt: null, endsAt: null }
  const cloud = [{ id: '', ...uncapped, ...times }]
  return tierOnProject({ organizationRole: 'collaborator', chain: { ...chain, cloud } })
}

function heldBackOf(held: Held, permission: Permission): HeldBack[] {
  const entry = entryOf(permission)
  const { organizationRole: role, ceiling, suspendedAs } = held
  return [
    ...(role === null && suspendedAs ? [{ kind: 'suspended' } as const] : []),
    ...withholding(held, entry).map((limit): HeldBack => ({ kind: 'limit', limit })),
    ...(ceiling && !ceiling.includes(permission) ? [{ kind: 'ceiling' } as const] : []),
    ...(entry.level === 'organization' ? [] : rowsHeldBack(held)),
  ]
}

/** Rows on the way to the place that come to nothing or to less than they say. */
function rowsHeldBack(held: Access): HeldBack[] {
  const { chain, organizationRole } = held
  if (!chain) return []
  const { at } = chain
  const rows = [...chain.cloud, ...(chain.project?.bindings ?? [])]
  const outOfTime = rows.flatMap(({ id, startsAt, endsAt }): HeldBack[] => {
    if (endsAt && endsAt <= at) return [{ kind: 'ended', binding: id, endsAt }]
    return startsAt && startsAt > at ? [{ kind: 'not_started', binding: id, startsAt }] : []
  })
  const live = rows.filter((row) => counts(row, at))
  if (organizationRole === 'owner') {
    return [...outOfTime, ...live.map(({ id }): HeldBack => ({ kind: 'dormant', binding: id }))]
  }
  return organizationRole ? [...outOfTime, ...lessThanSaid(held)] : outOfTime
}

function lessThanSaid(held: Access): HeldBack[] {
  const { chain } = held
  if (!chain) return []
  const onCloud = tierOnCloud(held)
  const live = chain.cloud.filter((row) => counts(row, chain.at))
  const limited = live.some(({ readOnly }) => readOnly)
  const limits = live
    .filter(({ role }) => limited && cloudTier(role, false) !== 'readonly')
    .map(({ id, role }): HeldBack => {
      return { kind: 'read_only', binding: id, from: cloudTier(role, false), to: 'readonly' }
    })
  const inProject = (chain.project?.bindings ?? []).filter((row) => counts(row, chain.at))
  if (!onCloud) return inProject.map(({ id }) => ({ kind: 'no_cloud_role', binding: id }))
  if (onCloud !== 'readonly') return limits
  const capped = inProject
    .filter(({ role }) => role !== 'readonly')
    .map(({ id, role }): HeldBack => ({ kind: 'capped', binding: id, from: role, to: 'readonly' }))
  const open: HeldBack[] = chain.project?.isPublic
    ? [{ kind: 'capped', binding: null, from: 'write', to: 'readonly' }]
    : []
  return [...limits, ...capped, ...open]
}
