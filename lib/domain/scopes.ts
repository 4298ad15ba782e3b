import { type Ceiling, ceilingAt, isRead } from './ceiling'
import { isPermission, type Permission, permissionNames } from './permissions'

/** Everything that the credential may; what is meant when no scope is asked for. */
export const ALL = 'all'
/** Looking, and changing nothing. */
export const READ = 'read'

/** Every scope there is. */
export const scopeNames = [ALL, READ, ...permissionNames]

type Narrowed = { ok: true; scope: string; ceiling: Ceiling | null } | { ok: false; fault: string }

/** What a token may do that is asked for with `own` as the most: never more than that, and no more than is asked for (RFC 6749 §3.3). */
export function narrowed(asked: string | undefined, own: Ceiling | null): Narrowed {
  const names = (asked ?? ALL).split(' ').filter(Boolean)
  const unknown = names.find((name) => !scopeNames.includes(name as Permission))
  if (names.length === 0) return { ok: false, fault: 'Name a scope, or leave it out.' }
  if (unknown !== undefined) return { ok: false, fault: 'There is no such scope.' }
  if (names.includes(ALL)) return { ok: true, scope: ALL, ceiling: own }
  const reads = names.includes(READ)
  if (names.every((name) => name === READ))
    return { ok: true, scope: READ, ceiling: { ...own, readOnly: true } }
  const may = own ? reached(own) : permissionNames
  const wanted = may.filter((name) => names.includes(name) || (reads && isRead(name)))
  if (wanted.length === 0) return { ok: false, fault: 'The credential may do nothing of this.' }
  const scope = [...(reads ? [READ] : []), ...wanted.filter((name) => names.includes(name))]
  return { ok: true, scope: scope.join(' '), ceiling: { ...own, permissions: wanted } }
}

/** What a ceiling lets through anywhere: in the organization, or at a place that it names. */
function reached(own: Ceiling): Permission[] {
  const [cloud] = own.clouds ?? []
  const place = cloud ? { cloud, project: null } : { cloud: '', project: own.projects?.[0] ?? null }
  const some = new Set([...ceilingAt(own, null), ...ceilingAt(own, place)])
  return permissionNames.filter((name) => some.has(name) && isPermission(name))
}
