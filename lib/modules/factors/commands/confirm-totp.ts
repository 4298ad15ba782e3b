import 'server-only'
import { z } from 'zod'
import { idOf, personName } from '@/lib/domain/schemas'
import { readSelf } from '@/lib/kernel/access'
import { defineCommand } from '@/lib/kernel/define'
import { invalidInput, Problem, refuse } from '@/lib/kernel/problem'
import { Added } from '../factor'
import { addFactorDenial } from '../factor-rules'
import { factorAdded } from '../internal/add-factor'
import { confirmedFactors } from '../internal/own-account'
import { takeTotp } from '../internal/prove-factor'

const WAITS = 15 * 60_000 // ms

/** The first code shows that the app has the secret. That code is used up with it. */
export const confirmTotp = defineCommand({
  name: 'factor.confirm_totp',
  summary: 'Set up an authenticator app',
  scope: 'person',
  event: 'factor.added',
  furtherEvents: ['recovery_codes.made'],
  beforeGate: true,
  rateLimit: { limit: 'second_factor', key: (_, { personId }) => personId, forgives: true },
  input: z.object({ factorId: idOf('fct'), name: personName, code: z.string().max(40) }),
  output: Added,
  async run(context, { factorId: id, name, code }) {
    const { db, caller, now, lockOrganization: holdLock } = context
    const { personId } = caller
    await holdLock(personId)
    const { email } = await readSelf(db, caller)
    const createdAt = { gt: new Date(now.getTime() - WAITS) }
    const begun = { id, personId, kind: 'totp', confirmedAt: null }
    const app = await db.factor.findFirst({ where: { ...begun, createdAt } })
    if (!app) throw new Problem('not_found', 'This was begun too long ago. Begin again.')
    refuse(addFactorDenial((await confirmedFactors(db, personId)).length))
    if (!(await takeTotp(db, app, code, now))) throw wrongCode()
    await db.factor.updateMany({ where: begun, data: { name, confirmedAt: now } })
    return factorAdded(context, email, { ...app, name, lastUsedAt: now })
  },
})

const wrongCode = () =>
  invalidInput([
    {
      pointer: '#/code',
      detail:
        'This is not the code. Enter the one that the app shows now; check the clock of the device.',
    },
  ])
