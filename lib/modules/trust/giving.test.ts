import { expect, test } from 'vitest'
import { inSystem } from '@/lib/platform/db/doors'
import { as, makeKey, makeOrganization } from '@/lib/testing/people'
import { makeAccount } from '@/lib/testing/service-accounts'
import { makeTrust, newKeyText, rule } from '@/lib/testing/tokens'
import { addClientKey } from './commands/add-client-key'
import { changeTrustRule } from './commands/change-trust-rule'
import { createTrustRule } from './commands/create-trust-rule'

async function world() {
  const organization = await makeOrganization()
  const { owner } = organization
  const account = await makeAccount(owner)
  const held = await makeTrust(owner, account)
  const key = await makeKey(owner)
  /** All that gives somebody a way in, by that key; under a ceiling, or with a token of it. */
  const giving = (more: object = {}) => {
    const by = as({ caller: { ...key.caller, ...more } })
    return [
      () => by.run(createTrustRule, { accountId: account.id, ...rule, name: 'another' }),
      () => by.run(changeTrustRule, { ruleId: held.rule.id, ...rule, subject: 'anybody' }),
      () => by.run(addClientKey, { accountId: account.id, name: 'x', publicKey: newKeyText }),
    ]
  }
  return { ...organization, giving }
}

test('a key that may less than its owner gives no way in that may more', async () => {
  const { giving } = await world()
  const ceiling = { permissions: ['trust.change'] }
  for (const give of [...giving({ ceiling }), ...giving({ token: true })])
    await expect(give()).toBeProblem('forbidden')
})

test('nor does a key of whoever may make no key, for want of the demanded factor', async () => {
  const { id, giving } = await world()
  const data = {
    secondFactorRequired: true,
    secondFactorGraceDays: 0,
    secondFactorSince: new Date(Date.now() - 1_000),
  }
  await inSystem(async (db) => {
    await db.organizationPolicy.create({ data: { organizationId: id, ...data } })
    await db.membership.updateMany({
      where: { organizationId: id },
      data: { createdAt: new Date(Date.now() - 1_000) },
    })
  })
  for (const give of giving()) await expect(give()).toBeProblem('second_factor_required')
  await inSystem((db) => db.organizationPolicy.deleteMany({ where: { organizationId: id } }))
  for (const give of giving()) await give()
})
