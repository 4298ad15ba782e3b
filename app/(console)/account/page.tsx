import { AccountScreen } from '@/components/account/account-screen'
import { Prefetched } from '@/components/console-frame/prefetched'
import { listOwnFactors } from '@/lib/modules/factors/queries/list-own-factors'
import { readAccount } from '@/lib/modules/persons/queries/read-account'
import { listOwnSessions } from '@/lib/modules/sessions/queries/list-own-sessions'
import { prefetch } from '@/lib/transport/page'

export const metadata = { title: 'Account' }

export default async function AccountPage() {
  const [sessions, account, factors] = await Promise.all([
    prefetch(listOwnSessions, {}),
    prefetch(readAccount, {}),
    prefetch(listOwnFactors, {}),
  ])
  return (
    <Prefetched reads={[sessions.state, account.state, factors.state]}>
      <AccountScreen />
    </Prefetched>
  )
}
