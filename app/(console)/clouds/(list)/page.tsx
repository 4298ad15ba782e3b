import { createLoader, type SearchParams } from 'nuqs/server'
import { cloudListInput, cloudListParsers } from '@/components/clouds/cloud-list'
import { CloudsScreen } from '@/components/clouds/clouds-screen'
import { Prefetched } from '@/components/console-frame/prefetched'
import { listClouds } from '@/lib/modules/clouds/queries/list-clouds'
import { prefetch } from '@/lib/transport/page'

export const metadata = { title: 'Clouds' }

const loadCloudList = createLoader(cloudListParsers)

type Props = { searchParams: Promise<SearchParams> }

export default async function CloudsPage({ searchParams }: Props) {
  const { state } = await prefetch(listClouds, cloudListInput(await loadCloudList(searchParams)))
  return (
    <Prefetched reads={[state]}>
      <CloudsScreen />
    </Prefetched>
  )
}
