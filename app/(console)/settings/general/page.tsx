import { HydrationBoundary } from '@tanstack/react-query'
import { GeneralScreen } from '@/components/settings/general-screen'
import { readDetails } from '../details'

export const metadata = { title: 'Organization settings' }

export default async function GeneralPage() {
  const { state, found } = await readDetails()
  if (!found.ok) return null // the layout says why
  return (
    <HydrationBoundary state={state}>
      <GeneralScreen />
    </HydrationBoundary>
  )
}
