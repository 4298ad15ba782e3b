import { Avatar } from '@/components/access/avatar'
import { StatusDot, type StatusTone } from '@/components/access/status-dot'
import { Truncate } from '@/components/ui/truncate'
import type { BindingRow } from './binding-shapes'
import type { Place } from './place'
import { choiceLabel } from './role-choices'
import type { ItemRun } from './use-item-run'

type Props = {
  kind: Place['kind']
  rows: readonly BindingRow[]
  /** Why somebody is left out; null: not. */
  reasonOf: (row: BindingRow) => string | null
  run: ItemRun | null
}

/** Who is meant, then what happened to each. */
export const ManyList = ({ kind, rows, reasonOf, run }: Props) => (
  <ul aria-label="Members" className="divide-y divide-border-subtle rounded-lg border">
    {rows.map((row) => {
      const { id, name, kind: memberKind } = row.member
      const { tone, words, detail } = stateOf(row, reasonOf(row), run)
      return (
        <li key={id} className="flex items-start gap-2.5 px-3 py-2">
          <Avatar id={id} name={name} kind={memberKind} />
          <div className="min-w-0 flex-1">
            <Truncate className="font-medium">{name}</Truncate>
            {detail && <p className="text-foreground-2 text-xs">{detail}</p>}
          </div>
          <StatusDot tone={tone}>{words ?? choiceLabel(kind, row)}</StatusDot>
        </li>
      )
    })}
  </ul>
)

type Shown = { tone: StatusTone; words: string | null; detail?: string }

function stateOf({ member }: BindingRow, reason: string | null, run: ItemRun | null): Shown {
  const result = run?.results.get(member.id)
  if (result?.state === 'done') return { tone: 'success', words: 'Done' }
  if (result) return { tone: 'destructive', words: 'Left out', detail: result.problem.detail }
  if (reason) return { tone: 'warning', words: 'Left out', detail: reason }
  if (!run) return { tone: 'quiet', words: null }
  return { tone: 'waiting', words: run.phase === 'running' ? 'Waiting' : 'Not reached' }
}
