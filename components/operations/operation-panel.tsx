'use client'
import { CircleAlert, CircleCheck, LoaderCircle, X } from 'lucide-react'
import { useViewer } from '@/components/access/viewer'
import { notify } from '@/components/feedback/notify'
import { Button } from '@/components/ui/button'
import { useCommand } from '@/lib/client/use-command'
import type { Operation } from '@/lib/modules/operations/operation'
import { stopOperationAction } from '@/lib/transport/actions/operations'
import { leftOutWords, progressWords, resultWords } from './operation-phrases'

type Props = {
  operation: Operation
  onDetails: () => void
  onPutAway: () => void
}

/** How far work on many has come, over whichever page is open, until it is put away. */
export function OperationPanel({ operation, onDetails, onPutAway }: Props) {
  const { organizationId } = useViewer()
  const stop = useCommand(stopOperationAction, {
    organizationId,
    invalidates: ['operation.list_recent', 'operation.list_items', 'operation.get'],
  })
  const runs = operation.state === 'running'
  const left = leftOutWords(operation)
  const halt = async () => {
    const result = await stop.run({ operationId: operation.id })
    if (!result.ok) notify.problem(result.problem)
  }
  return (
    <section
      aria-label={operation.label}
      className="pointer-events-auto w-full animate-pop overflow-hidden rounded-lg border bg-raised shadow-modal"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-1.5">
        <Glyph operation={operation} />
        <p className="min-w-0 flex-1 basis-40 tabular-nums">
          <span className="font-medium">
            {runs ? progressWords(operation) : resultWords(operation)}
          </span>
          {runs && left && <span className="ml-2 text-warning-text">{left}</span>}
        </p>
        <span className="ml-auto flex items-center gap-1">
          {runs && (
            <Button size="small" variant="ghost" pending={stop.pending} onClick={halt}>
              Stop
            </Button>
          )}
          <Button size="small" variant="ghost" onClick={onDetails}>
            Details
          </Button>
          {!runs && (
            <Button
              variant="ghost"
              size="icon"
              aria-label="Put away"
              icon={<X />}
              onClick={onPutAway}
            />
          )}
        </span>
      </div>
      {runs && <Bar operation={operation} />}
      <p role="status" className="sr-only">
        {runs ? operation.label : resultWords(operation)}
      </p>
    </section>
  )
}

function Glyph({ operation: { state, refused } }: { operation: Operation }) {
  if (state === 'running') {
    return (
      <LoaderCircle className="animate-spin text-muted-foreground motion-reduce:animate-none" />
    )
  }
  if (state === 'stopped' || refused > 0) return <CircleAlert className="text-warning-text" />
  return <CircleCheck className="text-success-text" />
}

const Bar = ({ operation: { label, done, refused, total } }: { operation: Operation }) => (
  <div
    role="progressbar"
    aria-label={label}
    aria-valuemin={0}
    aria-valuemax={total}
    aria-valuenow={done + refused}
    className="h-0.75 bg-pressed"
  >
    <div
      className="h-full bg-primary transition-[width] duration-500 motion-reduce:transition-none"
      style={{ width: `${(100 * (done + refused)) / total}%` }}
    />
  </div>
)
