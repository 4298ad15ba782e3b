import { CirclePlay, CircleX, KeyRound, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

const kinds = {
  ends: { title: 'Ends at once', icon: <CircleX className="text-destructive-text" /> },
  breaks: { title: 'Will break', icon: <TriangleAlert className="text-warning-text" /> },
  stays: { title: 'Keeps running', icon: <CirclePlay className="text-muted-foreground" /> },
  owner: { title: 'Needs a new owner', icon: <KeyRound className="text-muted-foreground" /> },
}

export type ConsequenceGroup = {
  kind: keyof typeof kinds
  /** Instead of the kind's own title. */
  title?: string
  icon?: ReactNode
  body: ReactNode
}

/** What a destructive verb does, in a fixed order of kinds, between hairlines. */
export const ConsequenceGroups = ({ groups }: { groups: readonly ConsequenceGroup[] }) => (
  <ul className="divide-y divide-border rounded-lg border">
    {groups.map((group) => (
      <li key={group.title ?? group.kind} className="flex gap-2.5 px-4 py-3">
        <span className="mt-0.5">{group.icon ?? kinds[group.kind].icon}</span>
        <div className="min-w-0 flex-1">
          <p className="font-medium text-foreground">{group.title ?? kinds[group.kind].title}</p>
          <div className="text-foreground-2">{group.body}</div>
        </div>
      </li>
    ))}
  </ul>
)
