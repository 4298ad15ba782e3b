import type { FoundPlace } from '@/components/access/place-picker'
import type { RoleChoice } from '@/components/bindings/place'
import { usualChoices } from '@/components/bindings/role-choices'

/** A role that a new account will get. */
export type ChosenRole = { id: string; name: string; choice: RoleChoice } & (
  | { kind: 'cloud' }
  | { kind: 'project'; cloud: { id: string; name: string } }
)

const cloudIdOf = (role: ChosenRole) => (role.kind === 'cloud' ? role.id : role.cloud.id)

/** With a place more: a project brings its cloud, where a role comes first, and stands below it. What is there stays as it is. */
export function withPlace(roles: readonly ChosenRole[], place: FoundPlace): ChosenRole[] {
  const { id, name, cloud } = place
  const has = (wanted: string) => roles.some((role) => role.id === wanted)
  const onCloud = (of: { id: string; name: string }): ChosenRole => ({
    ...{ kind: 'cloud', id: of.id, name: of.name },
    choice: usualChoices.cloud,
  })
  if (has(id)) return [...roles]
  if (!cloud) return [...roles, onCloud({ id, name })]
  const all = has(cloud.id) ? [...roles] : [...roles, onCloud(cloud)]
  const after = all.findLastIndex((role) => cloudIdOf(role) === cloud.id) + 1
  const added: ChosenRole = { kind: 'project', id, name, cloud, choice: usualChoices.project }
  return [...all.slice(0, after), added, ...all.slice(after)]
}

/** Without a place: with a cloud go its projects, which would have nothing to stand on. */
export const withoutPlace = (roles: readonly ChosenRole[], id: string): ChosenRole[] =>
  roles.filter((role) => role.id !== id && cloudIdOf(role) !== id)

export const withChoice = (roles: readonly ChosenRole[], id: string, choice: RoleChoice) =>
  roles.map((role) => (role.id === id ? { ...role, choice } : role))
