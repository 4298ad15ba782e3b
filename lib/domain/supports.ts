import { type Access, counts, decide } from './decide'
import type { Support } from './explanation'
import type { Permission } from './permissions'

/**
 * The smallest sets of facts that, taken away together, take an allowance away. Being a member is one of them only when
 * nothing less does it.
 */
export function supportsOf(access: Access, permission: Permission): Support[][] {
  const facts = factsOf(access)
  for (let size = 1; size <= facts.length; size++) {
    const found = subsets(facts, size).filter(
      (some) => !decide(without(access, some), permission).allowed,
    )
    if (found.length > 0) return found
  }
  return [[{ kind: 'membership', by: 'member.remove' }]]
}

/** What an access rests on, and somebody may take away. A row whose time has not come or is over carries nothing. */
function factsOf({ organizationRole, chain }: Access): Support[] {
  const live = (rows: readonly { id: string; startsAt: Date | null; endsAt: Date | null }[] = []) =>
    rows.filter((row) => chain && counts(row, chain.at))
  return [
    ...(organizationRole === 'owner'
      ? [{ kind: 'organization_owner', by: 'member.change_role' } as const]
      : []),
    ...live(chain?.cloud).map(
      ({ id }) => ({ kind: 'cloud_role', binding: id, by: 'cloud.grant' }) as const,
    ),
    ...live(chain?.project?.bindings).map(
      ({ id }) => ({ kind: 'project_role', binding: id, by: 'project.grant' }) as const,
    ),
    ...(chain?.project?.isPublic
      ? [{ kind: 'public_project', by: 'project.change_visibility' } as const]
      : []),
  ]
}

/** The access that is left without those facts. */
export function without(access: Access, gone: readonly Support[]): Access {
  const rows = gone.flatMap((fact) => ('binding' in fact ? [fact.binding] : []))
  const has = (kind: Support['kind']) => gone.some((fact) => fact.kind === kind)
  const kept = <R extends { id: string }>(some: readonly R[]) =>
    some.filter(({ id }) => !rows.includes(id))
  const { chain } = access
  const project = chain?.project && {
    isPublic: chain.project.isPublic && !has('public_project'),
    bindings: kept(chain.project.bindings),
  }
  return {
    ...access,
    organizationRole: has('organization_owner') ? 'collaborator' : access.organizationRole,
    ...(chain && {
      chain: { at: chain.at, cloud: kept(chain.cloud), ...(project && { project }) },
    }),
  }
}

/** All sets of that size, in order. */
function subsets<T>(all: readonly T[], size: number): T[][] {
  if (size === 0) return [[]]
  return all.flatMap((one, at) =>
    subsets(all.slice(at + 1), size - 1).map((others) => [one, ...others]),
  )
}
