import 'server-only'
import type { z } from 'zod'
import { newId } from '@/lib/domain/id'
import { hashToken, mintToken } from '@/lib/domain/tokens'
import { Problem } from '@/lib/kernel/problem'
import { inEveryLog } from '@/lib/modules/persons/own-logs'
import type { IdentityDb } from '@/lib/platform/db/doors'
import { creationOptions, verifyCreation } from '@/lib/platform/webauthn/webauthn'
import type { NewPasskey } from '../factor'
import { replaceRecoveryCodes } from './add-factor'

const LIFETIME = 5 * 60_000 // ms
const PURPOSE = 'first'
const NAME = 'Passkey'

type Whose = { personId: string; email: string; name: string }

/** Asks for the passkey of an account that the link of `token` is about to make. `attempt` is the browser's cookie. */
export async function askFirstPasskey(
  db: IdentityDb,
  { token, ...whose }: Whose & { token: string },
  now: Date,
) {
  const attempt = mintToken('sign_in_attempt')
  const options = { ...(await creationOptions(whose, [])) }
  const challenge = [PURPOSE, whose.personId, await hashToken(token), options.challenge].join(' ')
  await db.signInAttempt.create({
    data: {
      id: newId('sia'),
      email: '',
      cookieHash: await hashToken(attempt),
      challenge,
      createdAt: now,
      expiresAt: new Date(now.getTime() + LIFETIME),
    },
  })
  return { attempt, options }
}

type Brought = { attempt: string; token: string; response: z.output<typeof NewPasskey> }

/** The passkey that answers, once, in the browser and for the link that asked; and whose it is to be. */
export async function takeFirstPasskey(
  db: IdentityDb,
  { attempt, token, response }: Brought,
  now: Date,
) {
  const cookieHash = await hashToken(attempt)
  const where = { cookieHash, personId: null, redeemedAt: null, expiresAt: { gt: now } }
  const asked = await db.signInAttempt.findFirst({ where })
  const [purpose, personId, tokenHash, challenge] = asked?.challenge?.split(' ') ?? []
  if (purpose !== PURPOSE || !personId || !challenge) throw notMade()
  if (tokenHash !== (await hashToken(token))) throw notMade()
  const { count } = await db.signInAttempt.deleteMany({ where })
  const passkey = count === 1 ? await verifyCreation(response, challenge) : null
  if (!passkey) throw notMade()
  const { credentialId } = passkey
  if (await db.factor.findUnique({ where: { credentialId } })) throw notMade()
  return { personId, passkey }
}
type Taken = Awaited<ReturnType<typeof takeFirstPasskey>>

/** Keeps it, when its account and membership are made. The recovery codes are secrets, shown once. */
export async function keepFirstPasskey(db: IdentityDb, { personId, passkey }: Taken, now: Date) {
  const kept = { id: newId('fct'), personId, kind: 'passkey', name: NAME }
  await db.factor.create({ data: { ...passkey, ...kept, createdAt: now, confirmedAt: now } })
  const recoveryCodes = await replaceRecoveryCodes(db, personId, now)
  const after = { kind: 'passkey', name: NAME } as const
  const added = await inEveryLog(db, { personId }, { after })
  const codes = await inEveryLog(db, { personId }, { after: { codes: recoveryCodes.length } })
  const events = [
    ...added.map((entry) => ({ ...entry, event: 'factor.added' as const })),
    ...codes.map((entry) => ({ ...entry, event: 'recovery_codes.made' as const })),
  ]
  return { recoveryCodes, events }
}

export const notMade = () =>
  new Problem('wrong_factor', 'The passkey could not be checked. Begin again. Nothing was changed.')
