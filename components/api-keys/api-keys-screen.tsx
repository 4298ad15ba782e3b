'use client'
import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { useViewer } from '@/components/access/viewer'
import { DataTable } from '@/components/data-table/data-table'
import { PageHeader } from '@/components/layout/page'
import { Button } from '@/components/ui/button'
import { problemOf } from '@/lib/client/problem-error'
import { useCommand } from '@/lib/client/use-command'
import { plural } from '@/lib/client/words'
import { revokeApiKeyAction } from '@/lib/transport/actions/api-keys'
import { CreateKey } from './create-key'
import { keyActions } from './key-actions'
import { keyColumns } from './key-columns'
import { KeyOnce } from './key-once'
import { KeysEmpty } from './keys-empty'
import { type NewKey, ownKeysQuery } from './own-keys'
import { useCreateDialog } from './use-create-dialog'
import { useFocusAfter, useFocusWhenRowsGo } from './use-kept-focus'

/** /api-keys: one's own live keys. A new one is kept in memory alone, so a reload never shows it again. */
export function ApiKeysScreen() {
  const { organizationId, organizationName } = useViewer()
  const { data, error, isPlaceholderData, refetch } = useQuery(ownKeysQuery(organizationId))
  const dialog = useCreateDialog()
  const [made, setMade] = useState<NewKey | null>(null)
  const { run: revoke } = useCommand(revokeApiKeyAction, {
    organizationId,
    invalidates: ['api_key.list_own'],
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: `revoke` does the same in every render
  const actions = useMemo(() => keyActions(revoke), [organizationId])
  const rows = data?.rows
  const opener = useRef<HTMLButtonElement>(null)
  useFocusAfter(made !== null, opener)
  useFocusWhenRowsGo(rows?.length)
  const create = (
    <Button ref={opener} variant="primary" icon={<Plus />} onClick={dialog.show}>
      Create key
    </Button>
  )
  return (
    <>
      <PageHeader
        title="API keys"
        description={
          <>
            Programs that hold one of your keys act as you in <bdi>{organizationName}</bdi>.
          </>
        }
        api={{ method: 'GET', path: '/api/v2/users/api_keys' }}
        actions={rows?.length !== 0 && create}
      />
      <DataTable
        caption="Your API keys"
        columns={keyColumns}
        rows={rows}
        getRowId={({ id }) => id}
        rowLabel={({ name }) => name}
        fetching={isPlaceholderData}
        problem={error && problemOf(error)}
        onRetry={refetch}
        rowActions={actions}
        empty={<KeysEmpty action={create} />}
        pager={
          rows?.length
            ? { summary: plural(rows.length, 'key'), onPrevious: null, onNext: null }
            : undefined
        }
      />
      {dialog.isOpen && !made && (
        <CreateKey
          onClose={dialog.close}
          onMade={(key) => {
            setMade(key)
            dialog.close()
          }}
        />
      )}
      {made && <KeyOnce made={made} onClose={() => setMade(null)} />}
    </>
  )
}
