import { kindOf } from '@/components/access/place-kind'
import { plural } from '@/lib/client/words'
import type { LeftBehind } from '@/lib/modules/members/left-behind'

export type Heir = { id: string; name: string }
/** By the id of a cloud or project; what is not in it goes to the owners of the organization. */
export type Heirs = Readonly<Record<string, Heir>>
export type Thing = { id: string; name: string; on: string | null; otherOwners: string[] }

/** What they own by a role of their own, clouds first. */
export const ownedThings = ({ clouds, projects }: LeftBehind): Thing[] => [
  ...clouds.rows.filter(({ owns }) => owns).map((cloud) => ({ ...cloud, on: null })),
  ...projects.rows.filter(({ owns }) => owns).map((one) => ({ ...one, on: one.cloud.name })),
]

/** As `member.remove` takes it. */
export const handOverInput = (heirs: Heirs) =>
  Object.entries(heirs).map(([id, { id: to }]) =>
    kindOf(id) === 'cloud' ? { cloudId: id, to } : { projectId: id, to },
  )

/** "2 projects", "1 cloud and 2 projects". */
export function handedWords(heirs: Heirs): string {
  const clouds = Object.keys(heirs).filter((id) => kindOf(id) === 'cloud').length
  const projects = Object.keys(heirs).length - clouds
  return [clouds && plural(clouds, 'cloud'), projects && plural(projects, 'project')]
    .filter(Boolean)
    .join(' and ')
}
