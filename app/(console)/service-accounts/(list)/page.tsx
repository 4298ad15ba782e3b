import { createLoader, type SearchParams } from 'nuqs/server'
import { Prefetched } from '@/components/console-frame/prefetched'
import { accountListInput, accountListParsers } from '@/components/service-accounts/account-list'
import { AccountsScreen } from '@/components/service-accounts/accounts-screen'
import { listServiceAccounts } from '@/lib/modules/service-accounts/queries/list-service-accounts'
import { prefetch } from '@/lib/transport/page'
import { refusedToOthers } from '../../users/refused'

export const metadata = { title: 'Service accounts' }

const loadAccountList = createLoader(accountListParsers)

type Props = { searchParams: Promise<SearchParams> }

export default async function ServiceAccountsPage({ searchParams }: Props) {
  const input = accountListInput(await loadAccountList(searchParams))
  const { found, state } = await prefetch(listServiceAccounts, input)
  const refused = await refusedToOthers(found)
  if (refused) return refused
  return (
    <Prefetched reads={[state]}>
      <AccountsScreen />
    </Prefetched>
  )
}
