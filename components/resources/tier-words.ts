import type { Tier } from '@/lib/domain/roles'

/** What somebody is on a cloud, in a word or two; the names of the base roles, as the last three come to no more than reading. */
export const cloudTierLabels: Record<Tier, string> = {
  owner: 'Cloud owner',
  write: 'Cloud collaborator',
  readonly: 'Read-only',
}
export const projectTierLabels: Record<Tier, string> = {
  owner: 'Project owner',
  write: 'Write',
  readonly: 'Read-only',
}
