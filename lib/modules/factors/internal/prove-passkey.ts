import 'server-only'
import type { z } from 'zod'
import type { IdentityDb } from '@/lib/platform/db/doors'
import { userHandle, verifyRequest } from '@/lib/platform/webauthn/webauthn'
import type { PasskeyAnswer } from '../factor'

type Signed = { response: z.output<typeof PasskeyAnswer>; challenge: string | null; now: Date }

/**
 * Whose passkey signed the challenge; null when none that counts did. The counter moves on only from where it was read,
 * so that of two answers with one number one is refused.
 */
export async function provePasskey(
  db: IdentityDb,
  { response, challenge, now }: Signed,
  whose: { personId?: string },
): Promise<string | null> {
  if (challenge === null) return null
  const factor = await db.factor.findFirst({
    where: { ...whose, credentialId: response.id, kind: 'passkey', confirmedAt: { not: null } },
  })
  if (!factor?.credentialId || !factor.publicKey) return null
  const { id, personId, credentialId, publicKey, counter } = factor
  const handle = response.response.userHandle
  if (handle && handle !== userHandle(personId)) return null
  const next = await verifyRequest(response, challenge, { credentialId, publicKey, counter })
  if (next === null) return null
  const { count } = await db.factor.updateMany({
    where: { id, counter },
    data: { counter: next, lastUsedAt: now },
  })
  return count === 1 ? personId : null
}
