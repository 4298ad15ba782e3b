import { createLoader, type SearchParams } from 'nuqs/server'
import { placeOf, whoInput, whoParsers } from '@/components/access-explorer/explorer-state'
import { WhoCanScreen } from '@/components/access-explorer/who-can-screen'
import { Prefetched } from '@/components/console-frame/prefetched'
import { whoCan } from '@/lib/modules/access/queries/who-can'
import { prefetch, signedIn } from '@/lib/transport/page'
import { refusedToOthers } from '../../users/refused'
import { mayAsk } from '../asked'

export const metadata = { title: 'Who can' }

const load = createLoader(whoParsers)
type Props = { searchParams: Promise<SearchParams> }

export default async function WhoCanPage({ searchParams }: Props) {
  const refused = await refusedToOthers(await mayAsk())
  if (refused) return refused
  const state = await load(searchParams)
  const { organizationId } = await signedIn()
  const place = placeOf(state.permission, state.on, organizationId)
  const answer = place && (await prefetch(whoCan, whoInput(state, place)))
  return (
    <Prefetched reads={[answer?.state ?? null]}>
      <WhoCanScreen />
    </Prefetched>
  )
}
