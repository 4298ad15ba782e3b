import { Prefetched } from '@/components/console-frame/prefetched'
import { OverviewScreen } from '@/components/overview/overview-screen'
import { readOverview } from '@/lib/modules/overview/queries/read-overview'
import { prefetch } from '@/lib/transport/page'
import { refusedToOthers } from '../users/refused'

export const metadata = { title: 'Overview' }

export default async function OverviewPage() {
  const { state, found } = await prefetch(readOverview, {})
  const refused = await refusedToOthers(found)
  if (refused) return refused
  return (
    <Prefetched reads={[state]}>
      <OverviewScreen />
    </Prefetched>
  )
}
