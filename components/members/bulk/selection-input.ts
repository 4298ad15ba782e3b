import type { ListSelection } from '@/components/data-table/use-selection'
import { formatCount } from '@/lib/client/words'
import type { Member } from '@/lib/modules/members/member'
import { type MemberListState, memberListFilter } from '../member-list'

/** One by one; more are chosen by what they have in common. */
const PICKED = 1_000

export type MemberSelectionInput =
  | { ids: string[] }
  | { matching: ReturnType<typeof memberListFilter>; except: string[] }

/** What is chosen, as commands, previews and the export take it. */
export function selectionInput(
  selection: Pick<ListSelection<Member>, 'describe'>,
  state: MemberListState,
): MemberSelectionInput {
  const target = selection.describe()
  return 'ids' in target ? target : { matching: memberListFilter(state), except: target.except }
}

/** Why it cannot be worked on as it is. */
export function tooMany({ matching, except, count }: Counted): string | null {
  if ((matching ? except.size : count) <= PICKED) return null
  return `Choose at most ${formatCount(PICKED)} one by one, or everybody who matches.`
}
type Counted = Pick<ListSelection<Member>, 'matching' | 'except' | 'count'>
