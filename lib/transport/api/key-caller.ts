import 'server-only'
import { parseApiKey } from '@/lib/domain/api-key'
import { keyRefused } from '@/lib/kernel/access'
import type { Origin, PresentedKey } from '@/lib/kernel/caller'
import { isProblem, Problem } from '@/lib/kernel/problem'
import { proveKey } from '@/lib/kernel/prove-key'
import type { ApiRequest } from '@/lib/listener/gatehouse'
import { sha256 } from '@/lib/platform/crypto/hash'
import { openBucket, spendOfKey } from '@/lib/platform/rate-limit/key-bucket'

export type Peer = { address: string; requestId: string }

/** The request's key: `Authorization: Bearer`, or the cookie `cli_token` of the official client. */
export function presentedKey(request: ApiRequest, peer: Peer): PresentedKey {
  const presented =
    bearer(request.headers.get('authorization')) ?? cookie(request.headers.get('cookie'))
  const parts = presented === null ? null : parseApiKey(presented)
  if (!presented || !parts) throw keyRefused()
  return {
    kind: 'presented_key',
    publicId: parts.publicId,
    secretHash: sha256(presented),
    origin: originOf(request, peer),
  }
}

export const originOf = ({ headers }: ApiRequest, { requestId, address }: Peer): Origin => ({
  requestId,
  address,
  userAgent: headers.get('user-agent')?.slice(0, 400) ?? null,
})

/** What asks, by its own word: the official client names itself beside a user agent that every generated client has. */
export function clientOf({ headers }: ApiRequest): string | null {
  const agent = headers.get('user-agent')?.slice(0, 300)
  const [name, version] = ['x-anyscale-client', 'x-anyscale-client-version'].map((header) =>
    /^[\w.+-]{1,40}$/.exec(headers.get(header) ?? '')?.at(0),
  )
  return [name && version && `${name}/${version}`, agent].filter(Boolean).join(' ') || null
}

/** Counts the request. No honest client comes near the limit (docs/operations.md). */
function spend({ secretHash }: PresentedKey) {
  const wait = spendOfKey(secretHash)
  if (wait === null) return
  const detail = `This key asked too often. It may ask again in ${wait} s.`
  throw new Problem('rate_limited', detail, { retry_after: wait })
}

/**
 * Does what a request asks for, and lets nothing out, answer or refusal, unless a door let the key in: the one of the
 * first use case, or, when none was opened, one for that alone.
 */
export async function provenBy<T>(key: PresentedKey, work: () => Promise<T>): Promise<T> {
  spend(key)
  const [outcome] = await Promise.allSettled([work()])
  if (!key.proven && !saysSo(outcome)) {
    await proveKey(key).catch((error) => {
      // It counts, but not from there: it has so many tries as any other.
      if (isProblem(error) && error.code === 'forbidden') openBucket(key.secretHash)
      throw error
    })
  }
  if (key.proven) openBucket(key.secretHash)
  if (outcome.status === 'rejected') throw outcome.reason
  return outcome.value
}

const saysSo = (outcome: PromiseSettledResult<unknown>) =>
  outcome.status === 'rejected' &&
  isProblem(outcome.reason) &&
  (outcome.reason.code === 'unauthenticated' || outcome.reason.code === 'unavailable')

const bearer = (header: string | null) => /^Bearer +(\S+) *$/i.exec(header ?? '')?.[1] ?? null
const cookie = (header: string | null) =>
  /(?:^|; *)cli_token=([^;\s]+)/.exec(header ?? '')?.[1] ?? null
