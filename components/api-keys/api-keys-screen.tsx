'use client'
import { Ban, Plus } from 'lucide-react'
import { useMemo, useRef } from 'react'
import { useViewer } from '@/components/access/viewer'
import { BulkBar } from '@/components/data-table/bulk-bar'
import { DataTable } from '@/components/data-table/data-table'
import { useSelection } from '@/components/data-table/use-selection'
import { PageHeader, Toolbar } from '@/components/layout/page'
import { MenuEntries } from '@/components/menu/menu-entries'
import { Button } from '@/components/ui/button'
import { SearchInput } from '@/components/ui/search-input'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { problemOf } from '@/lib/client/problem-error'
import type { ApiKey } from '@/lib/modules/api-keys/api-key'
import { MOST_AT_ONCE } from '@/lib/modules/api-keys/api-key-rules'
import { keyActions } from './key-actions'
import { keyColumns } from './key-columns'
import type { KeyPage } from './key-list'
import { KeyTabs } from './key-tabs'
import { KeysEmpty } from './keys-empty'
import { type KeyRow, paired } from './pairs'
import { useFocusAfter } from './use-focus-after'
import { useKeyDialogs } from './use-key-dialogs'
import { useOwnKeys } from './use-own-keys'
import { useRevokeKeys } from './use-revoke-keys'

const idOf = ({ id }: ApiKey) => id

/** /api-keys: one's own keys. */
export function ApiKeysScreen() {
  const { organizationName } = useViewer()
  const keys = useOwnKeys()
  const { state, q } = keys.state
  const { data, error, isPlaceholderData } = keys.page
  const dialog = useKeyDialogs()
  const revoke = useRevokeKeys()
  const selected = useSelection({ rows: data?.rows, getRowId: idOf, filter: { state } })
  const opener = useRef<HTMLButtonElement>(null)
  useFocusAfter(dialog.isShown, opener)
  const create = (
    <Button ref={opener} variant="primary" icon={<Plus />} onClick={dialog.create}>
      Create key
    </Button>
  )
  const inBody = data !== undefined && offersCreate(data, keys.state)
  const { selection } = selected
  const rows = useMemo(() => data && paired(data.rows), [data])
  const end = async (ending: readonly ApiKey[]) => {
    const gone = new Set(ending.map(idOf))
    if (await revoke(ending))
      selection.onChange(new Set([...selection.ids].filter((id) => !gone.has(id))))
  }
  return (
    <>
      <PageHeader
        title="API keys"
        description={
          <>
            Programs that hold one of your keys act as you in <bdi>{organizationName}</bdi>.
          </>
        }
        api={{ method: 'GET', path: '/api/v2/users/api_keys', query: { name: q } }}
        actions={!inBody && create}
      />
      <KeyTabs />
      <Toolbar>
        <SegmentedControl
          label="State"
          segments={[
            {
              label: 'Live',
              href: '/api-keys',
              current: state === 'live',
              count: data?.counts.live,
            },
            {
              label: 'Ended',
              href: '/api-keys?state=ended',
              current: state === 'ended',
              count: data?.counts.ended,
            },
          ]}
        />
        <SearchInput label="Search name" value={q} onValueChange={keys.search} />
      </Toolbar>
      <DataTable
        key={state}
        caption="Your API keys"
        columns={keyColumns[state]}
        rows={rows}
        getRowId={idOf}
        rowLabel={({ name }) => name}
        fetching={isPlaceholderData}
        problem={error && problemOf(error)}
        onRetry={keys.retry}
        onOpen={dialog.open}
        {...(state === 'live' && {
          rowMenu: (row: KeyRow) => (
            <MenuEntries actions={keyActions({ ...dialog, revoke: end })} row={row} />
          ),
          selection,
          bulk: (
            <BulkBar
              selection={selected}
              actions={[
                {
                  id: 'revoke',
                  label: 'Revoke…',
                  icon: <Ban />,
                  tone: 'destructive',
                  permission: 'api_key.revoke_own',
                  disabledReason:
                    selected.count > MOST_AT_ONCE
                      ? `At most ${MOST_AT_ONCE} keys are revoked at once. Choose fewer.`
                      : null,
                  run: () => void end(selected.rows),
                },
              ]}
            />
          ),
        })}
        empty={
          data && (
            <KeysEmpty
              list={keys.state}
              counts={data.counts}
              create={create}
              onClear={keys.clear}
              onFirstPage={keys.firstPage}
            />
          )
        }
        pager={data?.rows.length ? keys.pager : undefined}
      />
      {dialog.dialogs}
    </>
  )
}

/** Whether the empty list holds the button, so that the page has it once. */
const offersCreate = (
  { rows, counts }: KeyPage,
  { state, q, after }: ReturnType<typeof useOwnKeys>['state'],
) => rows.length === 0 && !q && !after && (state === 'live' || counts.live + counts.ended === 0)
