import { entryOf, type Permission, permissionNames } from './permissions'

/** The most a key may do, whoever holds it. What is absent limits nothing; clouds and projects together are its places. */
export type Ceiling = {
  readOnly?: boolean
  permissions?: readonly string[]
  clouds?: readonly string[]
  projects?: readonly string[]
}

/** A cloud, or a project of it. */
export type PlaceIds = { cloud: string; project: string | null }

/** What every client asks first: whose key it holds, and in which organization. No ceiling takes it away. */
const ITSELF: readonly Permission[] = ['organization.read', 'access.read_own', 'token.own']
/** Lists that show a key its places alone (lib/platform/db/resource-list.ts). */
const OF_PLACES: readonly Permission[] = ['cloud.list', 'project.list']

/** Whether a permission only ever looks. No command asks for one of these (ceiling.test.ts). */
export const isRead = (permission: Permission): boolean => /\.(?:read|list)(?:_|$)/.test(permission)

/** Whether the key may do anything on clouds and in projects that were chosen, and nowhere else. */
export const hasPlaces = ({ clouds, projects }: Ceiling): boolean =>
  clouds !== undefined || projects !== undefined

/** The chosen places, for lists; null: all. */
export const placesOf = (ceiling: Ceiling | null) =>
  ceiling && hasPlaces(ceiling)
    ? { clouds: ceiling.clouds ?? [], projects: ceiling.projects ?? [] }
    : null

/** Whether a place is one of the chosen: itself, or by its cloud. */
export const includesPlace = (ceiling: Ceiling, { cloud, project }: PlaceIds): boolean =>
  !hasPlaces(ceiling) ||
  (ceiling.clouds ?? []).includes(cloud) ||
  (project !== null && (ceiling.projects ?? []).includes(project))

/** What is left of every permission at a place; null: in the organization, at no place. */
export function ceilingAt(ceiling: Ceiling, place: PlaceIds | null): Permission[] {
  const named = (permission: Permission) => ceiling.permissions?.includes(permission) ?? false
  return permissionNames.filter((permission) => {
    if (ITSELF.includes(permission)) return true
    if (ceiling.readOnly && !isRead(permission)) return false
    if (ceiling.permissions && !named(permission)) return false
    if (!hasPlaces(ceiling)) return true
    if (place && !includesPlace(ceiling, place)) return false
    if (entryOf(permission).level !== 'organization') return place !== null
    return named(permission) || OF_PLACES.includes(permission)
  })
}

/**
 * Whether one ceiling lets through what another does not: then no key with the other may make a key with the one.
 * `cloudOf`: the cloud of a project that is named. Asked of every sort of place that the two tell apart.
 */
export function exceeds(
  one: Ceiling | null,
  other: Ceiling | null,
  cloudOf: (project: string) => string,
): boolean {
  if (!other) return false
  const clouds = [...(one?.clouds ?? []), ...(other.clouds ?? [])]
  const projects = [...(one?.projects ?? []), ...(other.projects ?? [])]
  const places: (PlaceIds | null)[] = [
    null,
    { cloud: '', project: null },
    { cloud: '', project: '' },
    ...clouds.flatMap((cloud) => [
      { cloud, project: null },
      { cloud, project: '' },
    ]),
    ...projects.map((project) => ({ cloud: cloudOf(project), project })),
  ]
  return places.some((place) => {
    const may = new Set(ceilingAt(other, place))
    return (one ? ceilingAt(one, place) : permissionNames).some((name) => !may.has(name))
  })
}
