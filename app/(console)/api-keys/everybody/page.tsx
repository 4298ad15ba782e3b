import { createLoader, type SearchParams } from 'nuqs/server'
import { allKeysInput, allKeysParsers } from '@/components/api-keys/everybody/all-keys-list'
import { EverybodysKeysScreen } from '@/components/api-keys/everybody/everybodys-keys-screen'
import { Prefetched } from '@/components/console-frame/prefetched'
import { listAllApiKeys } from '@/lib/modules/api-keys/queries/list-all-api-keys'
import { prefetch } from '@/lib/transport/page'
import { refusedToOthers } from '../../users/refused'

export const metadata = { title: 'Everybody’s API keys' }

const loadAllKeys = createLoader(allKeysParsers)

type Props = { searchParams: Promise<SearchParams> }

export default async function EverybodysKeysPage({ searchParams }: Props) {
  const { found, state } = await prefetch(
    listAllApiKeys,
    allKeysInput(await loadAllKeys(searchParams)),
  )
  const refused = await refusedToOthers(found)
  if (refused) return refused
  return (
    <Prefetched reads={[state]}>
      <EverybodysKeysScreen />
    </Prefetched>
  )
}
