import { CloudSettingsScreen } from '@/components/clouds/cloud-settings-screen'
import { Prefetched } from '@/components/console-frame/prefetched'
import { type CloudParams, cloudTitle, readCloud } from '../cloud'

export const generateMetadata = cloudTitle

export default async function CloudSettingsPage({ params }: CloudParams) {
  const { cloudId } = await params
  const cloud = await readCloud(cloudId)
  return (
    <Prefetched reads={[cloud.state]}>
      <CloudSettingsScreen cloudId={cloudId} />
    </Prefetched>
  )
}
