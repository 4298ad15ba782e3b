'use client'
import { Plus } from 'lucide-react'
import { useDenial } from '@/components/access/viewer'
import { DataTable } from '@/components/data-table/data-table'
import { sortOf } from '@/components/data-table/sort-text'
import { useTableView } from '@/components/data-table/use-table-view'
import { DownloadButton } from '@/components/export/download-button'
import { PageHeader } from '@/components/layout/page'
import { useGo } from '@/components/layout/use-go'
import { memberHref } from '@/components/members/member-href'
import { Button } from '@/components/ui/button'
import { problemOf } from '@/lib/client/problem-error'
import type { ServiceAccount } from '@/lib/modules/service-accounts/service-account'
import { AccountAvatar, accountColumns } from './account-columns'
import { AccountDialogs } from './account-dialogs'
import { accountExport, accountListCall } from './account-list'
import { AccountMenu } from './account-menu'
import { AccountsEmpty } from './accounts-empty'
import { AccountsToolbar } from './accounts-toolbar'
import { NewAccount } from './new-account'
import { useAccountDialogs } from './use-account-dialogs'
import { useAccounts } from './use-accounts'

const idOf = ({ id }: ServiceAccount) => id

/** /service-accounts: the identities of programs. */
export function AccountsScreen() {
  const accounts = useAccounts()
  const { data, error, isPlaceholderData } = accounts.page
  const view = useTableView('service-accounts', accountColumns)
  const dialogs = useAccountDialogs()
  const denial = useDenial()('service_account.create')
  const go = useGo()
  const open = ({ id }: ServiceAccount) => go(memberHref({ id, kind: 'service_account' }))
  const create = () => dialogs.show({ create: '1' })
  return (
    <>
      <PageHeader
        title="Service accounts"
        description="Identities for pipelines and other programs. They hold roles like people, and cannot sign in here."
        api={accountListCall(accounts.state)}
        actions={
          <>
            <DownloadButton
              className="max-sm:hidden"
              name="service-accounts"
              words="Export"
              input={accountExport(accounts.state)}
              disabledReason={data?.rows.length === 0 ? 'There is nothing to export.' : null}
            />
            <Button
              variant="primary"
              icon={<Plus />}
              disabledReason={denial}
              onPointerEnter={NewAccount.load}
              onFocus={NewAccount.load}
              onClick={create}
            >
              Create service account
            </Button>
          </>
        }
      />
      <AccountsToolbar accounts={accounts} view={view} />
      <DataTable
        caption="Service accounts"
        columns={accountColumns}
        rows={data?.rows}
        getRowId={idOf}
        rowLabel={({ name }) => name}
        sort={sortOf(accounts.state.sort)}
        onSort={accounts.sort}
        fetching={isPlaceholderData}
        problem={error && problemOf(error)}
        onRetry={accounts.retry}
        rowMenu={(row) => <AccountMenu account={row} open={open} show={dialogs.show} />}
        onOpen={open}
        view={view}
        leading={(account) => <AccountAvatar account={account} size={32} />}
        pager={accounts.pager}
        empty={<AccountsEmpty accounts={accounts} onCreate={create} />}
      />
      <NewAccount open={dialogs.create !== null && !denial} onClose={dialogs.close} />
      <AccountDialogs known={(id) => data?.rows.find((row) => row.id === id)} />
    </>
  )
}
