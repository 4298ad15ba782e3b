import 'server-only'
import { z } from 'zod'
import { newId } from '@/lib/domain/id'
import { personName } from '@/lib/domain/schemas'
import { readSelf } from '@/lib/kernel/access'
import { defineCommand } from '@/lib/kernel/define'
import { refuse } from '@/lib/kernel/problem'
import { verifyCreation } from '@/lib/platform/webauthn/webauthn'
import { Added, NewPasskey } from '../factor'
import { addFactorDenial } from '../factor-rules'
import { factorAdded } from '../internal/add-factor'
import { notMade } from '../internal/first-passkey'
import { confirmedFactors } from '../internal/own-account'
import { takeChallenge } from '../internal/session-challenge'

/** Not asked for a fresh proof itself: the challenge that it answers was given for one. */
export const addPasskey = defineCommand({
  name: 'factor.add_passkey',
  summary: 'Set up a passkey',
  scope: 'person',
  event: 'factor.added',
  furtherEvents: ['recovery_codes.made'],
  beforeGate: true,
  input: z.object({ name: personName, response: NewPasskey }),
  output: Added,
  async run(context, { name, response }) {
    const { db, caller, now, lockOrganization: holdLock } = context
    const { personId } = caller
    await holdLock(personId) // which one is the first is counted
    const { email } = await readSelf(db, caller)
    refuse(addFactorDenial((await confirmedFactors(db, personId)).length))
    const challenge = await takeChallenge(db, caller, 'register', now)
    const made = challenge && (await verifyCreation(response, challenge))
    if (!made) throw notMade()
    const { credentialId } = made
    if (await db.factor.findUnique({ where: { credentialId } })) throw notMade()
    const factor = await db.factor.create({
      data: {
        ...made,
        id: newId('fct'),
        personId,
        kind: 'passkey',
        name,
        createdAt: now,
        confirmedAt: now,
      },
    })
    return factorAdded(context, email, factor)
  },
})
