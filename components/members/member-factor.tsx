import { StatusDot } from '@/components/access/status-dot'
import type { Member } from '@/lib/modules/members/member'

type Props = { member: Pick<Member, 'kind' | 'secondFactor' | 'endedAt'> }

/** Programs have no second factor, and who is gone needs none. */
const isAsked = ({ kind, endedAt }: Props['member']) => kind === 'person' && endedAt === null

export const lacksFactor = (member: Props['member']) => isAsked(member) && !member.secondFactor

/** Whether somebody has a second factor; who has none stands out. */
export function SecondFactor({ member }: Props) {
  if (!isAsked(member)) return null
  return member.secondFactor ? 'On' : <StatusDot tone="warning">Off</StatusDot>
}
