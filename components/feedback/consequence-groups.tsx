import { CirclePlay, CircleX, KeyRound, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

const kinds = {
  ends: { title: 'Ends at once', icon: <CircleX className="text-destructive-text" /> },
  breaks: { title: 'Will break', icon: <TriangleAlert className="text-warning-text" /> },
  stays: { title: 'Keeps running', icon: <CirclePlay className="text-muted-foreground" /> },
  owner: { title: 'Needs a new owner', icon: <KeyRound className="text-muted-foreground" /> },
}

/** One of the four usual kinds, or another with a title and a glyph of its own. */
export type ConsequenceGroup = { body: ReactNode } & (
  | { kind: keyof typeof kinds; title?: string; icon?: ReactNode }
  | { kind?: undefined; title: string; icon: ReactNode }
)

/** What a destructive verb does, in a fixed order of kinds, between hairlines. */
export const ConsequenceGroups = ({ groups }: { groups: readonly ConsequenceGroup[] }) => (
  <ul className="divide-y divide-border rounded-lg border">
    {groups.map((group) => {
      const { title, icon } = group.kind ? { ...kinds[group.kind], ...defined(group) } : group
      return (
        <li key={title} className="flex gap-2.5 px-4 py-3">
          <span className="mt-0.5">{icon}</span>
          <div className="min-w-0 flex-1">
            <p className="font-medium text-foreground">{title}</p>
            <div className="text-foreground-2">{group.body}</div>
          </div>
        </li>
      )
    })}
  </ul>
)

const defined = ({ title, icon }: { title?: string; icon?: ReactNode }) => ({
  ...(title && { title }),
  ...(icon && { icon }),
})
