import type { Member, MemberState } from '@/lib/modules/members/member'
import type { MemberKindFilter, MemberListState } from './member-list'

export const sourceLabels: Record<Member['source'], string> = {
  founder: 'Founder',
  invitation: 'Invitation',
  owner: 'Added by an owner',
}
export const stateLabels: Record<MemberState, string> = {
  active: 'Active',
  never: 'Not signed in yet',
  suspended: 'Suspended',
  removed: 'Removed',
}
export const factorLabels = { on: 'On', off: 'Off' } as const
export const keyLabels = { ending: 'End within 7 days' } as const
export const kindLabels: Record<MemberKindFilter, string> = {
  service_account: 'Service accounts',
  all: 'People and service accounts',
}

/** What a member is. */
export const memberKindLabels: Record<Member['kind'], string> = {
  person: 'People',
  service_account: 'Service accounts',
}

const nouns = {
  owner: { one: 'owner', many: 'owners' },
  collaborator: { one: 'collaborator', many: 'collaborators' },
  person: { one: 'person', many: 'people' },
  service_account: { one: 'service account', many: 'service accounts' },
  suspended: { one: 'suspended person', many: 'suspended people' },
  removed: { one: 'removed person', many: 'removed people' },
  all: { one: 'member', many: 'members' },
}

/** What the rows are, as the filter has them. */
export function nounsOf({ role: [role, ...others], kind, state }: MemberListState) {
  if (kind) return nouns[kind]
  if (state === 'removed' || state === 'suspended') return nouns[state]
  return nouns[role && others.length === 0 ? role : 'person']
}
