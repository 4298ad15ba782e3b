import { HydrationBoundary } from '@tanstack/react-query'
import { ApiKeysScreen } from '@/components/api-keys/api-keys-screen'
import { listOwnApiKeys } from '@/lib/modules/api-keys/queries/list-own-api-keys'
import { prefetch } from '@/lib/transport/page'

export const metadata = { title: 'API keys' }

export default async function ApiKeysPage() {
  const { state } = await prefetch(listOwnApiKeys, {})
  return (
    <HydrationBoundary state={state}>
      <ApiKeysScreen />
    </HydrationBoundary>
  )
}
