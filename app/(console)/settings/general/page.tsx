import { Prefetched } from '@/components/console-frame/prefetched'
import { GeneralScreen } from '@/components/settings/general-screen'
import { readDetails } from '../details'

export const metadata = { title: 'Organization settings' }

export default async function GeneralPage() {
  const { state, found } = await readDetails()
  if (!found.ok) return null // the layout says why
  return (
    <Prefetched reads={[state]}>
      <GeneralScreen />
    </Prefetched>
  )
}
