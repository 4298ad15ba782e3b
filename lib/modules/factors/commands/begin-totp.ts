import 'server-only'
import { z } from 'zod'
import { newId } from '@/lib/domain/id'
import { readSelf } from '@/lib/kernel/access'
import { defineCommand, unchanged } from '@/lib/kernel/define'
import { refuse } from '@/lib/kernel/problem'
import { seal } from '@/lib/platform/crypto/seal'
import { newTotpSecret, totpUri } from '@/lib/platform/crypto/totp'
import { qrPath } from '@/lib/platform/qr'
import { TotpSecret } from '../factor'
import { addFactorDenial } from '../factor-rules'
import { confirmedFactors } from '../internal/own-account'
import { totpPurpose } from '../internal/prove-factor'

/** A new secret, which counts for nothing until its first code has come (`factor.confirm_totp`); an earlier one ends. */
export const beginTotp = defineCommand({
  name: 'factor.begin_totp',
  summary: 'Begin to set up an authenticator app',
  scope: 'person',
  event: 'factor.added',
  beforeGate: true,
  fresh: true,
  input: z.object({}),
  output: TotpSecret,
  async run({ db, caller, now }) {
    const { personId } = caller
    const { email } = await readSelf(db, caller)
    refuse(addFactorDenial((await confirmedFactors(db, personId)).length))
    await db.factor.deleteMany({ where: { personId, kind: 'totp', confirmedAt: null } })
    const secret = newTotpSecret()
    const id = newId('fct')
    const sealed = seal(totpPurpose(id), secret)
    const name = 'Authenticator app'
    const row = { id, personId, kind: 'totp', name, secret: sealed, createdAt: now }
    await db.factor.create({ data: row })
    const uri = totpUri(secret, 'Gatehouse', email)
    return unchanged<z.input<typeof TotpSecret>, 'person'>({
      factorId: id,
      secret,
      uri,
      qr: qrPath(uri),
    })
  },
})
