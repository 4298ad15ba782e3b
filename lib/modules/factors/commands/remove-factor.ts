import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { readSelf } from '@/lib/kernel/access'
import { changed, defineCommand } from '@/lib/kernel/define'
import { refuse } from '@/lib/kernel/problem'
import { inEveryLog } from '@/lib/modules/persons/own-logs'
import { noticeTo } from '@/lib/platform/mail/notice-to'
import { removeFactorDenial } from '../factor-rules'
import { findOwnFactor } from '../internal/find-own-factor'
import { confirmedFactors, hasPassword, requiredBy } from '../internal/own-account'
import { closedWithoutPasskey } from '../internal/ways-left'

/** With the last one go the recovery codes: they stand in for a factor, and are none themselves. */
export const removeFactor = defineCommand({
  name: 'factor.remove',
  summary: 'Remove one of one’s own passkeys or apps',
  scope: 'person',
  event: 'factor.removed',
  fresh: true,
  input: z.object({ factorId: idOf('fct') }),
  output: z.object({ left: z.int() }),
  async run(context, { factorId }) {
    const { db, caller, lockOrganization: holdLock } = context
    const { personId } = caller
    // One removal at a time, from whichever organization: the last one is counted.
    await holdLock(personId)
    const { email } = await readSelf(db, caller)
    const factor = await findOwnFactor(db, personId, factorId)
    const others = (await confirmedFactors(db, personId)).filter(({ id }) => id !== factorId)
    const password = await hasPassword(db, personId)
    const passkeyLeft = others.some(({ kind }) => kind === 'passkey')
    const last = factor.kind === 'passkey' && !passkeyLeft
    const left = {
      others: others.length,
      requiredBy: others.length === 0 ? await requiredBy(db, personId) : null,
      otherWayIn: password || passkeyLeft,
      closed: last ? await closedWithoutPasskey(db, personId, password) : null,
    }
    refuse(removeFactorDenial(left))
    await db.factor.deleteMany({ where: { id: factorId, personId } })
    if (others.length === 0) await db.recoveryCode.deleteMany({ where: { personId } })
    await noticeTo(context, { id: personId, email }, { kind: 'factor_removed', name: factor.name })
    const before = { kind: factor.kind, name: factor.name }
    return changed<{ left: number }, 'person'>(
      { left: others.length },
      await inEveryLog(db, caller, { before, after: { left: others.length } }),
    )
  },
})
