import { type MemberListState, memberListInput } from '@/components/members/member-list'

// The page and the browser must build the same inputs.

/** The list that the reader came from, whole: a person has neighbours across its pages. */
export function neighboursInput(memberId: string, state: MemberListState) {
  const { after: _, ...list } = memberListInput(state)
  return { memberId, ...list }
}

export const recentInput = (memberId: string) => ({ about: memberId, count: 8 })
