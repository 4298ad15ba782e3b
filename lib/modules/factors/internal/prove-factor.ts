import 'server-only'
import { Problem } from '@/lib/kernel/problem'
import type { SecondFactor } from '@/lib/modules/sessions/session'
import { recoveryCodeHash } from '@/lib/platform/crypto/recovery-codes'
import { unseal } from '@/lib/platform/crypto/seal'
import { totpStep } from '@/lib/platform/crypto/totp'
import type { IdentityDb } from '@/lib/platform/db/doors'
import type { FactorProof } from '../factor'
import { provePasskey } from './prove-passkey'

type Given = { personId: string; proof: FactorProof; challenge: string | null; now: Date }

/** Takes the proof of a second factor of this person, once. Throws the one refusal there is for all that is wrong. */
export async function proveFactor(db: IdentityDb, given: Given): Promise<SecondFactor> {
  const { personId, proof, challenge, now } = given
  if (await isProven(db, given)) return proof.way
  throw wrongFactor()

  async function isProven(db: IdentityDb, { proof }: Given) {
    if (proof.way === 'totp') return proveTotp(db, personId, proof.code, now)
    if (proof.way === 'recovery_code') return takeRecoveryCode(db, personId, proof.code, now)
    const signed = { response: proof.response, challenge, now }
    return (await provePasskey(db, signed, { personId })) !== null
  }
}

export const wrongFactor = () =>
  new Problem(
    'wrong_factor',
    'This was not accepted: it is wrong, was used already or has ended. Try the next code, or another way.',
  )

/** The purpose under which an app's secret is sealed: of this factor alone. */
export const totpPurpose = (factorId: string) => `totp ${factorId}`

async function proveTotp(db: IdentityDb, personId: string, code: string, now: Date) {
  const apps = await db.factor.findMany({
    where: { personId, kind: 'totp', confirmedAt: { not: null } },
    select: { id: true, secret: true },
  })
  for (const app of apps) if (await takeTotp(db, app, code, now)) return true
  return false
}

/** Uses a code of an app up: the same step, or an earlier one, never counts again (RFC 6238 §5.2). */
export async function takeTotp(
  db: IdentityDb,
  { id, secret }: { id: string; secret: string | null },
  code: string,
  now: Date,
): Promise<boolean> {
  const plain = unseal<string>(totpPurpose(id), secret ?? '')
  const step = totpStep(plain, code.replace(/\D/g, ''), now)
  if (step === null) return false
  const { count } = await db.factor.updateMany({
    where: { id, OR: [{ lastStep: null }, { lastStep: { lt: step } }] },
    data: { lastStep: step, lastUsedAt: now },
  })
  return count === 1
}

async function takeRecoveryCode(db: IdentityDb, personId: string, code: string, now: Date) {
  const { count } = await db.recoveryCode.updateMany({
    where: { personId, codeHash: recoveryCodeHash(personId, code), usedAt: null },
    data: { usedAt: now },
  })
  return count === 1
}
