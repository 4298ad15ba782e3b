import type { Sort } from '@/components/data-table/column'
import type { MemberListState } from './member-list'

/** "-active" as the table knows it. */
export const sortOf = (sort: MemberListState['sort']): Sort => ({
  column: sort.replace('-', ''),
  direction: sort.startsWith('-') ? 'desc' : 'asc',
})

/** A newly chosen column begins where one looks first: names at A, times at the latest. */
export function sortAfter(before: MemberListState['sort'], next: Sort) {
  const isTime = next.column === 'joined' || next.column === 'active'
  const isNew = sortOf(before).column !== next.column
  const descending = isNew ? isTime : next.direction === 'desc'
  return `${descending ? '-' : ''}${next.column}` as MemberListState['sort']
}

const nouns = {
  owner: { one: 'owner', many: 'owners' },
  collaborator: { one: 'collaborator', many: 'collaborators' },
  person: { one: 'person', many: 'people' },
}

/** What the rows are, as the filter has them. */
export const nounsOf = ({ role: [role, ...others] }: MemberListState) =>
  nouns[role && others.length === 0 ? role : 'person']
