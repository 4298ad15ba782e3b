import 'server-only'
import { parseApiKey } from '@/lib/domain/api-key'
import type { KeyCaller } from '@/lib/kernel/caller'
import { Problem } from '@/lib/kernel/problem'
import { touchKey } from '@/lib/platform/activity/activity'
import { sameText, sha256 } from '@/lib/platform/crypto/hash'
import { findKeyHolder } from '@/lib/platform/db/lookups'

export type Peer = { address: string; requestId: string }

/** The holder of the request's key: `Authorization: Bearer`, or the cookie `cli_token` of the official client. */
export async function keyCaller(request: Request, peer: Peer): Promise<KeyCaller> {
  const presented =
    bearer(request.headers.get('authorization')) ?? cookie(request.headers.get('cookie'))
  const parts = presented === null ? null : parseApiKey(presented)
  const holder = parts && (await findKeyHolder(parts.publicId))
  // One text for absent, malformed, unknown, expired and revoked keys.
  if (!presented || !holder || !sameText(holder.secret_hash, sha256(presented))) {
    throw new Problem('unauthenticated', 'Send a valid API key: Authorization: Bearer <key>.')
  }
  touchKey(holder.organization_id, holder.key_id, new Date())
  return {
    kind: 'key',
    organizationId: holder.organization_id,
    membershipId: holder.membership_id,
    keyId: holder.key_id,
    origin: {
      requestId: peer.requestId,
      address: peer.address,
      userAgent: request.headers.get('user-agent')?.slice(0, 400) ?? null,
    },
  }
}

const bearer = (header: string | null) => /^Bearer +(\S+) *$/i.exec(header ?? '')?.[1] ?? null
const cookie = (header: string | null) =>
  /(?:^|; *)cli_token=([^;\s]+)/.exec(header ?? '')?.[1] ?? null
