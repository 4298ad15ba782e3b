'use client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useViewer } from '@/components/access/viewer'
import { NothingHere } from '@/components/feedback/state'
import { LoadFailed } from '@/components/feedback/states'
import { Button } from '@/components/ui/button'
import { DialogFooter } from '@/components/ui/dialog'
import { Drawer } from '@/components/ui/drawer'
import { Skeleton } from '@/components/ui/skeleton'
import { Time } from '@/components/ui/time'
import { problemOf } from '@/lib/client/problem-error'
import { consoleQuery } from '@/lib/client/query'
import { rangeWords } from '@/lib/client/words'
import type { ItemState, Operation, OperationItem } from '@/lib/modules/operations/operation'
import { OperationItems } from './operation-items'
import { progressWords, resultWords } from './operation-phrases'
import { ResultFilter } from './result-filter'

type Page = {
  rows: OperationItem[]
  next: string | null
  previous: string | null
  first: number
  total: { count: number }
}
type Props = { operationId: string; onClose: () => void }

/** Every thing an operation works on, with how it went. */
export function OperationDrawer({ operationId, onClose }: Props) {
  const { organizationId } = useViewer()
  const [state, setState] = useState<ItemState | null>(null)
  const [after, setAfter] = useState<string | null>(null)
  const operation = useQuery({
    ...consoleQuery<Operation>(organizationId, 'operation.get', { operationId }),
    staleTime: 0,
    placeholderData: undefined,
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? 1_000 : false),
  })
  const runs = operation.data?.state === 'running'
  const items = useQuery({
    ...consoleQuery<Page>(organizationId, 'operation.list_items', {
      operationId,
      ...(state && { state }),
      ...(after && { after }),
    }),
    staleTime: 0,
    refetchInterval: runs ? 2_000 : false,
  })
  const problem = operation.error && problemOf(operation.error)
  const page = items.data
  const go = (place: string | null) => (place === null ? null : () => setAfter(place))
  return (
    <Drawer
      open
      onOpenChange={onClose}
      title={operation.data?.label ?? 'Work on many'}
      description={operation.data && <Summary operation={operation.data} />}
      footer={
        page && (
          <DialogFooter
            note={rangeWords({
              start: page.first - 1,
              shown: page.rows.length,
              total: page.total.count,
              one: 'result',
              many: 'results',
            })}
          >
            <Turn label="Previous" to={go(page.previous)} />
            <Turn label="Next" to={go(page.next)} />
          </DialogFooter>
        )
      }
    >
      {problem?.status === 404 && <NothingHere />}
      {problem && problem.status !== 404 && (
        <LoadFailed problem={problem} onRetry={() => operation.refetch()} />
      )}
      {operation.data && (
        <ResultFilter
          operation={operation.data}
          value={state}
          onChange={(next) => {
            setState(next)
            setAfter(null)
          }}
        />
      )}
      {operation.data && page && <OperationItems operation={operation.data} rows={page.rows} />}
      {!problem && !page && <Skeleton className="m-5 w-1/2" />}
    </Drawer>
  )
}

const Summary = ({ operation }: { operation: Operation }) => (
  <>
    {operation.state === 'running' ? progressWords(operation) : resultWords(operation)} Started by{' '}
    <bdi>{operation.startedBy.name}</bdi>, <Time at={operation.createdAt} />.
  </>
)

const Turn = ({ label, to }: { label: string; to: (() => void) | null }) => (
  <Button
    disabledReason={to ? null : `There is no ${label.toLowerCase()} page.`}
    onClick={() => to?.()}
  >
    {label}
  </Button>
)
