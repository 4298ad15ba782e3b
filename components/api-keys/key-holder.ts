import { useQuery } from '@tanstack/react-query'
import { useViewer } from '@/components/access/viewer'
import { consoleQuery } from '@/lib/client/query'
import { type KeyHolder, type KeyPolicy, noKeyPolicy } from '@/lib/modules/api-keys/api-key-rules'

/** Whose keys a part is about: a service account; absent, the viewer's own. */
export type AccountHolder = { id: string; name: string }

export const kindOfHolder = (account: AccountHolder | undefined): KeyHolder =>
  account ? 'service_account' : 'person'

/** The reads that show what a change of a key changes. */
export const keyReads = [
  'api_key.list_own',
  'api_key.list_all',
  'api_key.list_of_member',
  'api_key.read',
  'service_account.get',
  'service_account.list',
]

/** How long keys may live here; until it is read, as without a policy. */
export function useKeyPolicy(): KeyPolicy {
  const { organizationId } = useViewer()
  const { data } = useQuery(
    consoleQuery<Omit<KeyPolicy, 'keyRanges'>>(organizationId, 'api_key.policy'),
  )
  return { ...noKeyPolicy, ...data }
}
