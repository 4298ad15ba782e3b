import { FolderSync, Globe, MailCheck, PenLine, Repeat, ShieldCheck, UserCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Origin } from '@/lib/domain/roles'

/** How somebody came to a role, or into the organization. */
export type AnyOrigin = Origin | 'founder' | 'invitation' | 'owner' | 'directory'

const marks: Record<AnyOrigin, { icon: ReactNode; words: string }> = {
  direct: { icon: <UserCheck />, words: 'Direct' },
  auto_add: { icon: <Repeat />, words: 'Auto-add, everyone' },
  creator: { icon: <PenLine />, words: 'Made it' },
  public_project: { icon: <Globe />, words: 'Public project' },
  implicit_owner: { icon: <ShieldCheck />, words: 'Implicit owner' },
  founder: { icon: <PenLine />, words: 'Founder' },
  invitation: { icon: <MailCheck />, words: 'Invitation' },
  owner: { icon: <UserCheck />, words: 'Added by an owner' },
  directory: { icon: <FolderSync />, words: 'Directory' },
}

export const originLabels = Object.fromEntries(
  Object.entries(marks).map(([origin, { words }]) => [origin, words]),
) as Record<AnyOrigin, string>

type Props = {
  origin: AnyOrigin
  children?: ReactNode
  /** Where a line may be two: nothing is cut off. */
  wrap?: boolean
}

/** One glyph, and words: its own, or more exact ones. */
export const OriginMark = ({ origin, children, wrap }: Props) => (
  <span className="flex min-w-0 items-center gap-1.5">
    <span className="flex shrink-0 text-muted-foreground">{marks[origin].icon}</span>
    <span className={wrap ? 'min-w-0' : 'min-w-0 truncate'}>{children ?? marks[origin].words}</span>
  </span>
)
