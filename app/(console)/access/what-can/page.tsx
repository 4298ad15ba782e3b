import { createLoader, type SearchParams } from 'nuqs/server'
import { whatInput, whatParsers } from '@/components/access-explorer/explorer-state'
import { WhatCanScreen } from '@/components/access-explorer/what-can-screen'
import { Prefetched } from '@/components/console-frame/prefetched'
import { whatCan } from '@/lib/modules/access/queries/what-can'
import { prefetch } from '@/lib/transport/page'
import { refusedToOthers } from '../../users/refused'
import { mayAsk } from '../asked'

export const metadata = { title: 'What can' }

const load = createLoader(whatParsers)
type Props = { searchParams: Promise<SearchParams> }

export default async function WhatCanPage({ searchParams }: Props) {
  const refused = await refusedToOthers(await mayAsk())
  if (refused) return refused
  const state = await load(searchParams)
  const answer = state.who ? await prefetch(whatCan, whatInput(state)) : null
  return (
    <Prefetched reads={[answer?.state ?? null]}>
      <WhatCanScreen />
    </Prefetched>
  )
}
