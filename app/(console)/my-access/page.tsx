import { Prefetched } from '@/components/console-frame/prefetched'
import { MyAccessScreen } from '@/components/my-access/my-access-screen'
import { readOwnAccess } from '@/lib/modules/access/queries/read-own-access'
import { prefetch } from '@/lib/transport/page'

export const metadata = { title: 'My access' }

export default async function MyAccessPage() {
  const { state } = await prefetch(readOwnAccess, {})
  return (
    <Prefetched reads={[state]}>
      <MyAccessScreen />
    </Prefetched>
  )
}
