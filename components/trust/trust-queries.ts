import { useQuery } from '@tanstack/react-query'
import { useViewer } from '@/components/access/viewer'
import { consoleQuery } from '@/lib/client/query'
import type { ClientKey, TrustRule } from '@/lib/modules/trust/trust-rule'

/** The answer of `trust.list`. */
export type Trust = {
  clientId: string
  issuer: string
  tokenSeconds: number
  tokens: number
  rules: TrustRule[]
  keys: ClientKey[]
}
export type Account = { id: string; name: string }

/** What shows how an account signs in without a key. */
export const trustReads = ['trust.list', 'event.list']

export function useTrust({ id: accountId }: Account) {
  const { organizationId } = useViewer()
  return useQuery({
    ...consoleQuery<Trust>(organizationId, 'trust.list', { accountId }),
    placeholderData: undefined,
  })
}
