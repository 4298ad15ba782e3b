import { createLoader, type SearchParams } from 'nuqs/server'
import { ApiKeysScreen } from '@/components/api-keys/api-keys-screen'
import { keyListInput, keyListParsers } from '@/components/api-keys/key-list'
import { Prefetched } from '@/components/console-frame/prefetched'
import { listOwnApiKeys } from '@/lib/modules/api-keys/queries/list-own-api-keys'
import { prefetch } from '@/lib/transport/page'

export const metadata = { title: 'API keys' }

const loadKeyList = createLoader(keyListParsers)

type Props = { searchParams: Promise<SearchParams> }

export default async function ApiKeysPage({ searchParams }: Props) {
  const { state } = await prefetch(listOwnApiKeys, keyListInput(await loadKeyList(searchParams)))
  return (
    <Prefetched reads={[state]}>
      <ApiKeysScreen />
    </Prefetched>
  )
}
