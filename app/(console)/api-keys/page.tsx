import { HydrationBoundary } from '@tanstack/react-query'
import type { SearchParams } from 'nuqs/server'
import { ApiKeysScreen } from '@/components/api-keys/api-keys-screen'
import { keyListInput, loadKeyList } from '@/components/api-keys/key-list'
import { listOwnApiKeys } from '@/lib/modules/api-keys/queries/list-own-api-keys'
import { prefetch } from '@/lib/transport/page'

export const metadata = { title: 'API keys' }

type Props = { searchParams: Promise<SearchParams> }

export default async function ApiKeysPage({ searchParams }: Props) {
  const { state } = await prefetch(listOwnApiKeys, keyListInput(await loadKeyList(searchParams)))
  return (
    <HydrationBoundary state={state}>
      <ApiKeysScreen />
    </HydrationBoundary>
  )
}
