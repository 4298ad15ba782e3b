import 'server-only'
import type { IdentityDb } from '@/lib/platform/db/doors'
import { requestOptions } from '@/lib/platform/webauthn/webauthn'
import { confirmedFactors } from './own-account'

/** What a browser is told to ask the passkeys of this person. */
export async function optionsFor(db: IdentityDb, personId: string) {
  const known = await confirmedFactors(db, personId)
  const allowed = known.flatMap(({ credentialId, transports }) =>
    credentialId ? [{ id: credentialId, transports: transports.split(' ').filter(Boolean) }] : [],
  )
  return { ...(await requestOptions(allowed)) }
}
