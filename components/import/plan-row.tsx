import { Ban, CircleAlert, Merge, Plus, RefreshCw, Timer, UserCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { RoleChip } from '@/components/access/role-chip'
import type { Group, PlannedRow } from './plan'

export const groupLabels: Record<Group, string> = {
  new: 'New',
  invited: 'Invited already',
  member: 'Member already',
  outside: 'Other domain',
  limited: 'Over the limit',
  faulty: 'Faulty',
  double: 'Doubled',
}

const looks: Record<Group, { icon: ReactNode; tone: string }> = {
  new: { icon: <Plus />, tone: 'text-success-text' },
  invited: { icon: <RefreshCw />, tone: 'text-foreground-2' },
  member: { icon: <UserCheck />, tone: 'text-muted-foreground' },
  outside: { icon: <Ban />, tone: 'text-warning-text' },
  limited: { icon: <Timer />, tone: 'text-warning-text' },
  faulty: { icon: <CircleAlert />, tone: 'text-destructive-text' },
  double: { icon: <Merge />, tone: 'text-muted-foreground' },
}

const wordsOf = ({ group, note, send }: PlannedRow): string => {
  if (note) return note
  if (group === 'new') return 'Gets an invitation.'
  if (group === 'member') return 'Is a member already and is left out.'
  return send
    ? 'Gets a new link; the earlier one stops working.'
    : 'Has an invitation already and is left out.'
}

/** One line of the file: what would happen, and why. */
export function PlanRow({ row, numbered = true }: { row: PlannedRow; numbered?: boolean }) {
  const { icon, tone } = looks[row.group]
  return (
    <li className="flex gap-2.5 px-3 py-2">
      {numbered && (
        <span className="w-8 shrink-0 text-right text-muted-foreground text-xs/5 tabular-nums">
          <span className="sr-only">Line </span>
          {row.line}
        </span>
      )}
      <span className={`mt-0.5 [&>.lucide]:size-3.5 ${tone}`}>{icon}</span>
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <bdi className="min-w-0 font-medium [overflow-wrap:anywhere]">
            {row.shown || 'No address'}
          </bdi>
          {row.send && row.role === 'owner' && <RoleChip role={row.role} />}
        </p>
        <p className={`text-xs [overflow-wrap:anywhere] max-sm:text-sm ${tone}`}>
          <span className="sr-only">{groupLabels[row.group]}: </span>
          {wordsOf(row)}
        </p>
      </div>
    </li>
  )
}
