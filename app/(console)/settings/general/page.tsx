import { HydrationBoundary } from '@tanstack/react-query'
import { GeneralScreen } from '@/components/settings/general-screen'
import { organizationDetails } from '@/lib/modules/organizations/queries/organization-details'
import { prefetch } from '@/lib/transport/page'

export const metadata = { title: 'Organization settings' }

export default async function GeneralPage() {
  const { state, found } = await prefetch(organizationDetails, {})
  if (!found.ok) return null // the layout says why
  return (
    <HydrationBoundary state={state}>
      <GeneralScreen />
    </HydrationBoundary>
  )
}
