import { createLoader, type SearchParams } from 'nuqs/server'
import { accessListInput, accessListParsers } from '@/components/bindings/access-list'
import { CloudAccessScreen } from '@/components/clouds/cloud-access-screen'
import { Prefetched } from '@/components/console-frame/prefetched'
import { tierDenial } from '@/lib/domain/tier-denial'
import { listOnCloud } from '@/lib/modules/bindings/queries/list-on-cloud'
import { prefetch } from '@/lib/transport/page'
import { type CloudParams, cloudTitle, readCloud } from '../cloud'

export const generateMetadata = cloudTitle

const loadAccessList = createLoader(accessListParsers.cloud)

type Props = CloudParams & { searchParams: Promise<SearchParams> }

export default async function CloudAccessPage({ params, searchParams }: Props) {
  const { cloudId } = await params
  const cloud = await readCloud(cloudId)
  const seen = cloud.found.ok && tierDenial('cloud.list_members', cloud.found.data.tier) === null
  const input = { cloudId, ...accessListInput(await loadAccessList(searchParams)) }
  const list = seen ? await prefetch(listOnCloud, input) : null
  return (
    <Prefetched reads={[cloud.state, list?.state ?? null]}>
      <CloudAccessScreen cloudId={cloudId} />
    </Prefetched>
  )
}
