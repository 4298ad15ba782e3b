import { plural } from '@/lib/client/words'
import type { AskedCeiling } from '@/lib/modules/api-keys/api-key'

export const ceilingKinds = ['all', 'read', 'permissions', 'places'] as const
export type CeilingKind = (typeof ceilingKinds)[number]

/** What the dialog has of a ceiling; what belongs to another kind waits there. */
export type CeilingChoice = {
  kind: CeilingKind
  permissions: readonly string[]
  places: readonly { id: string }[]
  /** Of places: only looking there. */
  readOnly: boolean
}

export const everything: CeilingChoice = {
  kind: 'all',
  permissions: [],
  places: [],
  readOnly: false,
}

const idsOf = (places: CeilingChoice['places'], prefix: string) => {
  const ids = places.map(({ id }) => id).filter((id) => id.startsWith(prefix))
  return ids.length > 0 ? ids : undefined
}

/** What is asked for; undefined: no ceiling. */
export function ceilingAsked(choice: CeilingChoice): AskedCeiling | undefined {
  const { kind, permissions, places, readOnly } = choice
  if (kind === 'read') return { readOnly: true }
  if (kind === 'permissions') return { permissions: [...permissions] }
  if (kind === 'all') return undefined
  return {
    ...(readOnly && { readOnly }),
    clouds: idsOf(places, 'cld_'),
    projects: idsOf(places, 'prj_'),
  }
}

/** What is missing before it can be asked for. */
export function choiceFault({ kind, permissions, places }: CeilingChoice): string | null {
  if (kind === 'permissions' && permissions.length === 0) return 'Add a permission.'
  if (kind === 'places' && places.length === 0) return 'Add a cloud or a project.'
  return null
}

/** "Only looks, on 1 cloud and in 2 projects". */
export function ceilingWords(ceiling: AskedCeiling | null): string {
  if (!ceiling) return 'Whatever its holder may'
  const { readOnly, permissions, clouds, projects } = ceiling
  const does = permissions ? plural(permissions.length, 'permission') : ''
  const where = [
    clouds && `on ${plural(clouds.length, 'cloud')}`,
    projects && `in ${plural(projects.length, 'project')}`,
  ].filter(Boolean)
  const what = [readOnly && 'Only looks', does].filter(Boolean).join(', ')
  const place = where.length > 0 ? where.join(' and ') : ''
  if (!what) return place ? `Only ${place}` : 'Whatever its holder may'
  return place ? `${what}, ${place}` : what
}
