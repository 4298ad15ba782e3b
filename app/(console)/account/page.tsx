import { AccountScreen } from '@/components/account/account-screen'
import { Prefetched } from '@/components/console-frame/prefetched'
import { listOwnSessions } from '@/lib/modules/sessions/queries/list-own-sessions'
import { prefetch } from '@/lib/transport/page'

export const metadata = { title: 'Account' }

export default async function AccountPage() {
  const { state } = await prefetch(listOwnSessions, {})
  return (
    <Prefetched reads={[state]}>
      <AccountScreen />
    </Prefetched>
  )
}
