import { AccountScreen } from '@/components/account/account-screen'
import { Prefetched } from '@/components/console-frame/prefetched'
import { readAccount } from '@/lib/modules/persons/queries/read-account'
import { listOwnSessions } from '@/lib/modules/sessions/queries/list-own-sessions'
import { prefetch } from '@/lib/transport/page'

export const metadata = { title: 'Account' }

export default async function AccountPage() {
  const [sessions, account] = await Promise.all([
    prefetch(listOwnSessions, {}),
    prefetch(readAccount, {}),
  ])
  return (
    <Prefetched reads={[sessions.state, account.state]}>
      <AccountScreen />
    </Prefetched>
  )
}
