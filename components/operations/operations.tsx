'use client'
import { lazily } from '@/components/ui/lazily'
import { useOpenOperation } from './use-open-operation'
import { useOperations } from './use-operations'

const OperationPanel = lazily(() => import('./operation-panel').then((m) => m.OperationPanel))
const OperationDrawer = lazily(() => import('./operation-drawer').then((m) => m.OperationDrawer))

/** Work on many, wherever one is in the console; it survives going elsewhere and loading anew. */
export function Operations() {
  const { shown, putAway } = useOperations()
  const { operation, show, close } = useOpenOperation()
  return (
    <>
      {shown.length > 0 && (
        <div
          data-operations
          className="pointer-events-none fixed inset-x-4 bottom-14 z-20 mx-auto flex max-w-130 flex-col gap-2 max-sm:inset-x-2 max-sm:bottom-16 md:left-(--sidebar-width) [body:has([data-bulk])_&]:bottom-28"
        >
          {shown.map((each) => (
            <OperationPanel
              key={each.id}
              operation={each}
              onDetails={() => show(each.id)}
              onPutAway={() => putAway(each.id)}
            />
          ))}
        </div>
      )}
      {operation && <OperationDrawer key={operation} operationId={operation} onClose={close} />}
    </>
  )
}
