import { HydrationBoundary } from '@tanstack/react-query'
import { AccountScreen } from '@/components/account/account-screen'
import { listOwnSessions } from '@/lib/modules/sessions/queries/list-own-sessions'
import { prefetch } from '@/lib/transport/page'

export const metadata = { title: 'Account' }

export default async function AccountPage() {
  const { state } = await prefetch(listOwnSessions, {})
  return (
    <HydrationBoundary state={state}>
      <AccountScreen />
    </HydrationBoundary>
  )
}
