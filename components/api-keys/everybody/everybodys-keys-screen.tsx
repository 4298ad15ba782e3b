'use client'
import { Ban, ChartNoAxesColumn, SearchCode, UserRound } from 'lucide-react'
import { useViewer } from '@/components/access/viewer'
import { BulkBar } from '@/components/data-table/bulk-bar'
import { DataTable } from '@/components/data-table/data-table'
import { sortOf } from '@/components/data-table/sort-text'
import { useSelection } from '@/components/data-table/use-selection'
import { useTableView } from '@/components/data-table/use-table-view'
import { PageHeader } from '@/components/layout/page'
import { useGo } from '@/components/layout/use-go'
import { memberHref } from '@/components/members/member-href'
import { defineMenuAction } from '@/components/menu/menu-action'
import { MenuEntries } from '@/components/menu/menu-entries'
import { Button } from '@/components/ui/button'
import { problemOf } from '@/lib/client/problem-error'
import type { KeyOfOrganization } from '@/lib/modules/api-keys/api-key'
import { MOST_AT_ONCE } from '@/lib/modules/api-keys/api-key-rules'
import { KeyTabs } from '../key-tabs'
import { useKeyDrawer } from '../use-key-drawer'
import { allKeysColumns } from './all-keys-columns'
import { AllKeysEmpty } from './all-keys-empty'
import { allKeysCall } from './all-keys-list'
import { AllKeysToolbar } from './all-keys-toolbar'
import { useAllKeys } from './use-all-keys'
import { useFindKey } from './use-find-key'
import { useRevokeOfEverybody } from './use-revoke-of-everybody'

const idOf = ({ id }: KeyOfOrganization) => id
const labelOf = ({ name, holder }: KeyOfOrganization) => `${name} of ${holder.name}`

/** /api-keys/everybody: the keys of people and service accounts, for owners. */
export function EverybodysKeysScreen() {
  const { organizationName } = useViewer()
  const keys = useAllKeys()
  const { data, error, isPlaceholderData } = keys.page
  const { sort, after, ...filter } = keys.state
  const view = useTableView('everybodys-keys', allKeysColumns)
  const drawer = useKeyDrawer()
  const revoke = useRevokeOfEverybody()
  const find = useFindKey()
  const go = useGo()
  const selected = useSelection({ rows: data?.rows, getRowId: idOf, filter })
  const { selection } = selected
  const end = async (ending: readonly KeyOfOrganization[]) => {
    const gone = new Set(ending.map(idOf))
    if (await revoke(ending))
      selection.onChange(new Set([...selection.ids].filter((id) => !gone.has(id))))
  }
  const actions = [
    [
      defineMenuAction<KeyOfOrganization>({
        id: 'open',
        label: 'Use and ceiling',
        icon: <ChartNoAxesColumn />,
        permission: 'api_key.list',
        run: drawer.open,
      }),
      defineMenuAction<KeyOfOrganization>({
        id: 'holder',
        label: 'Open its holder',
        icon: <UserRound />,
        permission: 'member.list',
        hidden: ({ holder }) => holder.removed,
        run: ({ holder }) => go(memberHref(holder)),
      }),
    ],
    [
      defineMenuAction<KeyOfOrganization>({
        id: 'revoke',
        label: 'Revoke…',
        icon: <Ban />,
        tone: 'destructive',
        permission: 'api_key.revoke',
        run: (apiKey) => void end([apiKey]),
      }),
    ],
  ]
  const live = keys.state.ends !== 'ended'
  return (
    <>
      <PageHeader
        title="API keys"
        description={
          <>
            Every key of people and service accounts in <bdi>{organizationName}</bdi>.
          </>
        }
        api={allKeysCall(keys.state)}
        actions={
          <Button icon={<SearchCode />} onPointerEnter={find.load} onClick={find.show}>
            Find a leaked key…
          </Button>
        }
      />
      <KeyTabs />
      <AllKeysToolbar keys={keys} view={view} />
      <DataTable
        caption="Everybody’s API keys"
        columns={allKeysColumns}
        rows={data?.rows}
        getRowId={idOf}
        rowLabel={labelOf}
        sort={sortOf(sort)}
        onSort={keys.sort}
        fetching={isPlaceholderData}
        problem={error && problemOf(error)}
        onRetry={keys.retry}
        onOpen={drawer.open}
        view={view}
        pager={data?.rows.length ? keys.pager : undefined}
        empty={<AllKeysEmpty keys={keys} />}
        {...(live && {
          rowMenu: (row: KeyOfOrganization) => <MenuEntries actions={actions} row={row} />,
          selection,
          bulk: (
            <BulkBar
              selection={selected}
              note={`At most ${MOST_AT_ONCE} at once`}
              actions={[
                {
                  id: 'revoke',
                  label: 'Revoke…',
                  icon: <Ban />,
                  tone: 'destructive',
                  permission: 'api_key.revoke',
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
      />
      {drawer.dialog}
      {find.dialogs}
    </>
  )
}
