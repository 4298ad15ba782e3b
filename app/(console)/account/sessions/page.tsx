import { SessionsScreen } from '@/components/account/sessions-screen'
import { Prefetched } from '@/components/console-frame/prefetched'
import { listOwnSessions } from '@/lib/modules/sessions/queries/list-own-sessions'
import { prefetch } from '@/lib/transport/page'

export const metadata = { title: 'Sessions' }

export default async function SessionsPage() {
  const { state } = await prefetch(listOwnSessions, {})
  return (
    <Prefetched reads={[state]}>
      <SessionsScreen />
    </Prefetched>
  )
}
