import Link from 'next/link'
import { Avatar } from '@/components/access/avatar'
import { StatusDot, type StatusTone } from '@/components/access/status-dot'
import type { ItemState, Operation, OperationItem } from '@/lib/modules/operations/operation'

const looks: Record<ItemState, { tone: StatusTone; words: string }> = {
  done: { tone: 'quiet', words: 'Done' },
  refused: { tone: 'warning', words: 'Left out' },
  waiting: { tone: 'waiting', words: 'Waiting' },
  stopped: { tone: 'waiting', words: 'Not reached' },
}

type Props = { operation: Operation; rows: readonly OperationItem[] }

export function OperationItems({ operation, rows }: Props) {
  if (rows.length === 0) {
    return <p className="px-5 py-6 text-foreground-2">Nothing here at present.</p>
  }
  const ofPeople = operation.kind !== 'invitation.revoke_many'
  return (
    <ul aria-label="Results">
      {rows.map(({ position, subjectId, label, state, detail }) => (
        <li
          key={position}
          className="flex items-start gap-3 border-border-subtle border-b px-5 py-2"
        >
          {ofPeople && <Avatar id={subjectId} name={label} size={24} />}
          <div className="min-w-0 flex-1">
            <p dir="auto" className="w-fit max-w-full truncate font-medium">
              {ofPeople ? (
                <Link href={`/users/${subjectId}`} prefetch={false} className="hover:underline">
                  {label}
                </Link>
              ) : (
                label
              )}
            </p>
            {detail && <p className="text-foreground-2">{detail}</p>}
          </div>
          <StatusDot tone={looks[state].tone}>{looks[state].words}</StatusDot>
        </li>
      ))}
    </ul>
  )
}
