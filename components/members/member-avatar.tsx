import { Avatar } from '@/components/access/avatar'
import type { Member } from '@/lib/modules/members/member'

type Shown = Pick<Member, 'id' | 'name' | 'kind'> & Partial<Pick<Member, 'endedAt'>>
type Props = { member: Shown; size?: 20 | 32 | 44 }

/** A person, a service account, or somebody who was removed. */
export const MemberAvatar = ({ member: { id, name, kind, endedAt }, size }: Props) => (
  <Avatar id={id} name={name} kind={endedAt ? 'removed' : kind} size={size} />
)
