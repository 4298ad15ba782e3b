import 'server-only'
import { z } from 'zod'
import { readSelf } from '@/lib/kernel/access'
import { defineQuery } from '@/lib/kernel/define'
import { Factor } from '../factor'
import { removeFactorDenial } from '../factor-rules'
import { confirmedFactors, hasPassword, requiredBy } from '../internal/own-account'
import { closedWithoutPasskey } from '../internal/ways-left'

/** Of passkeys no key leaves, of apps no secret. */
export const listOwnFactors = defineQuery({
  name: 'factor.list_own',
  summary: 'List one’s own passkeys and authenticator apps',
  scope: 'person',
  beforeGate: true,
  input: z.object({}),
  output: z.object({
    /** Each with why it can't be removed now, as a sentence. */
    factors: z.array(Factor.extend({ removalDenial: z.string().nullable() })),
    recoveryCodes: z.int(),
    /** The organization that asks for a second factor, if one does. */
    requiredBy: z.string().nullable(),
  }),
  async run({ db, caller }) {
    const { personId } = caller
    await readSelf(db, caller)
    const rows = await confirmedFactors(db, personId)
    const demanded = await requiredBy(db, personId)
    const password = await hasPassword(db, personId)
    const without = await closedWithoutPasskey(db, personId, password)
    const factors = rows.map((factor) => {
      const others = rows.filter(({ id }) => id !== factor.id)
      const passkeyLeft = others.some(({ kind }) => kind === 'passkey')
      const otherWayIn = password || passkeyLeft
      const closed = factor.kind === 'passkey' && !passkeyLeft ? without : null
      const left = { others: others.length, requiredBy: demanded, otherWayIn, closed }
      return { ...factor, removalDenial: removeFactorDenial(left)?.detail ?? null }
    })
    const recoveryCodes = await db.recoveryCode.count({ where: { personId, usedAt: null } })
    return { factors, recoveryCodes, requiredBy: demanded }
  },
})
