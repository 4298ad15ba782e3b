import { Prefetched } from '@/components/console-frame/prefetched'
import { GeneralScreen } from '@/components/settings/general-screen'
import { readPolicy } from '@/lib/modules/policy/queries/read-policy'
import { prefetch } from '@/lib/transport/page'
import { readDetails } from '../details'

export const metadata = { title: 'Organization settings' }

export default async function GeneralPage() {
  const { state, found } = await readDetails()
  if (!found.ok) return null // the layout says why
  const policy = await prefetch(readPolicy, {})
  return (
    <Prefetched reads={[state, policy.state]}>
      <GeneralScreen />
    </Prefetched>
  )
}
