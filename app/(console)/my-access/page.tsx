import { treeInput } from '@/components/access-tree/tree-query'
import { Prefetched } from '@/components/console-frame/prefetched'
import { MyAccessScreen } from '@/components/my-access/my-access-screen'
import { readOwnAccess } from '@/lib/modules/access/queries/read-own-access'
import { readTree } from '@/lib/modules/access/queries/read-tree'
import { prefetch } from '@/lib/transport/page'

export const metadata = { title: 'My access' }

export default async function MyAccessPage() {
  const { state } = await prefetch(readOwnAccess, {})
  const tree = await prefetch(readTree, treeInput())
  return (
    <Prefetched reads={[state, tree.state]}>
      <MyAccessScreen />
    </Prefetched>
  )
}
