import { beforeAll, describe, expect, test } from 'vitest'
import { createApiKey } from '@/lib/modules/api-keys/commands/create-api-key'
import { inSystem } from '@/lib/platform/db/doors'
import { makeMemberWithPassword, password, signIn } from '@/lib/testing/accounts'
import { codeOf, sessionOf, withPasskey, withTotp } from '@/lib/testing/factors'
import {
  as,
  makeKey,
  makeMember,
  makeOrganization,
  type TestMember,
  type TestOrganization,
} from '@/lib/testing/people'
import { beginConfirmPasskey } from './commands/begin-confirm-passkey'
import { beginPasskey } from './commands/begin-passkey'
import { beginTotp } from './commands/begin-totp'
import { confirmSession } from './commands/confirm-session'
import { confirmTotp } from './commands/confirm-totp'
import { makeRecoveryCodes } from './commands/make-recovery-codes'
import { removeFactor } from './commands/remove-factor'
import { renameFactor } from './commands/rename-factor'
import { listOwnFactors } from './queries/list-own-factors'
import { readConfirmWays } from './queries/read-confirm-ways'

let organization: TestOrganization
beforeAll(async () => {
  organization = await makeOrganization()
})
const MINUTE = 60_000
const person = () => makeMemberWithPassword(organization.id, 'collaborator')

/** The same member, whose proof was `minutes` ago. */
const later = (member: TestMember, minutes: number) => ({
  ...member,
  caller: {
    ...member.caller,
    authenticatedAt: new Date(Date.now() - minutes * MINUTE),
  },
})

describe('confirming that it is oneself', () => {
  test('a password does until there is a factor; then a session must show one', async () => {
    const member = await person()
    await as(member).run(confirmSession, { way: 'password', password })
    await expect(
      as(member).run(confirmSession, { way: 'password', password: 'wrong' }),
    ).toBeProblem('wrong_factor')
    const other = { ...member, ...(await signIn(member.email)) }
    const { secret } = await withTotp(member)
    expect((await sessionOf(member)).factor).toBe('totp')
    expect((await sessionOf(other)).authenticatedAt.getTime()).toBe(0)
    await as(member).run(confirmSession, { way: 'password', password })
    expect(await as(other).run(readConfirmWays, {})).toMatchObject({
      password: false,
      ways: ['totp', 'recovery_code'],
    })
    await expect(as(other).run(confirmSession, { way: 'password', password })).toBeProblem(
      'wrong_factor',
      /Confirm with that one/,
    )
    expect((await sessionOf(other)).authenticatedAt.getTime()).toBe(0)
    await as(other).run(confirmSession, { way: 'totp', code: codeOf(secret) })
    expect(await sessionOf(other)).toMatchObject({ factor: 'totp' })
    expect((await sessionOf(other)).authenticatedAt.getTime()).toBeGreaterThan(Date.now() - MINUTE)
    await expect(organization).toHaveRecorded('session.confirmed', 3)
  })

  test('a passkey confirms, by an answer to its own question only', async () => {
    const member = await person()
    const { authenticator } = await withPasskey(member)
    const options = await as(member).run(beginConfirmPasskey, {})
    const response = authenticator.get(options)
    await as(member).run(confirmSession, { way: 'passkey', response })
    await expect(as(member).run(confirmSession, { way: 'passkey', response })).toBeProblem(
      'wrong_factor',
    )
    const registering = await as(member).run(beginPasskey, {})
    const misused = { way: 'passkey' as const, response: authenticator.get(registering) }
    await expect(as(member).run(confirmSession, misused)).toBeProblem('wrong_factor')
  })

  test('changes of factors ask for it', async () => {
    const member = await person()
    const { factor } = await withTotp(member)
    const stale = as(later(member, 11))
    await expect(stale.run(beginTotp, {})).toBeProblem('reauthenticate')
    await expect(stale.run(beginPasskey, {})).toBeProblem('reauthenticate')
    await expect(stale.run(makeRecoveryCodes, {})).toBeProblem('reauthenticate')
    await expect(stale.run(removeFactor, { factorId: factor.id })).toBeProblem('reauthenticate')
    await as(later(member, 9)).run(makeRecoveryCodes, {})
  })
})

describe('removing', () => {
  const demand = (organizationId: string, required: boolean) =>
    inSystem((db) =>
      db.organizationPolicy.upsert({
        where: { organizationId },
        create: {
          organizationId,
          secondFactorRequired: required,
          secondFactorGraceDays: 0,
          secondFactorSince: new Date(Date.now() - MINUTE),
        },
        update: { secondFactorRequired: required },
      }),
    )

  test('the last passkey stays where an organization admits nothing else that one has', async () => {
    const own = await makeOrganization('Keys Only')
    const member = await makeMemberWithPassword(own.id)
    const [app, key] = [await withTotp(member), await withPasskey(member)]
    const ways = (signInMethods: string[]) =>
      inSystem((db) =>
        db.organizationPolicy.upsert({
          where: { organizationId: own.id },
          create: { organizationId: own.id, signInMethods },
          update: { signInMethods },
        }),
      )
    await ways(['passkey', 'email_link']) // this server mails no links
    const { factors } = await as(member).run(listOwnFactors, {})
    expect(factors.find(({ id }) => id === key.factor.id)?.removalDenial).toMatch(/into Keys Only/)
    expect(factors.find(({ id }) => id === app.factor.id)?.removalDenial).toBeNull()
    const asked = { factorId: key.factor.id }
    await expect(as(member).run(removeFactor, asked)).toBeProblem('conflict', /into Keys Only/)
    await ways(['passkey', 'password'])
    await as(member).run(removeFactor, asked)
  })

  test('the last one stays where any organization demands one; of two removals at once one is refused', async () => {
    const own = await makeOrganization('Demanding')
    const member = await makeMemberWithPassword(own.id)
    const [app, key] = [await withTotp(member), await withPasskey(member)]
    expect(key.recoveryCodes).toBeNull()
    await demand(own.id, true)
    const outcomes = await Promise.allSettled(
      [app.factor.id, key.factor.id].map((factorId) => as(member).run(removeFactor, { factorId })),
    )
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const { factors } = await as(member).run(listOwnFactors, {})
    const [left] = factors
    expect(left?.removalDenial).toMatch(/Demanding.* asks for a second factor/)
    const last = { factorId: left?.id ?? '' }
    await expect(as(member).run(removeFactor, last)).toBeProblem('conflict', /your last one/)
    await demand(own.id, false)
    expect(await as(member).run(removeFactor, last)).toEqual({ left: 0 })
    expect((await as(member).run(listOwnFactors, {})).recoveryCodes).toBe(0)
    const { secondFactor } = await inSystem((db) =>
      db.membership.findUniqueOrThrow({
        where: { organizationId_id: { organizationId: own.id, id: member.id } },
      }),
    )
    expect(secondFactor).toBe(false)
    await expect(own).toHaveRecorded('factor.removed', 2)
  })

  test('the only way to sign in stays', async () => {
    const member = await makeMember(organization.id)
    const { factor } = await withPasskey(member)
    const removal = as(member).run(removeFactor, { factorId: factor.id })
    await expect(removal).toBeProblem('conflict', /only way to sign in/)
  })

  test('somebody else’s factor is as unknown as none', async () => {
    const [one, other] = [await person(), await person()]
    const { factor } = await withTotp(one)
    const factorId = factor.id
    await expect(as(other).run(removeFactor, { factorId })).toBeProblem('not_found')
    await expect(as(other).run(renameFactor, { factorId, name: 'Mine' })).toBeProblem('not_found')
    const code = '123456'
    const begun = await as(one).run(beginTotp, {})
    const given = { factorId: begun.factorId, name: 'Mine', code }
    await expect(as(other).run(confirmTotp, given)).toBeProblem('not_found')
    expect(await as(one).run(renameFactor, { factorId, name: 'Mine' })).toMatchObject({
      name: 'Mine',
    })
  })

  test('a key makes no further key for somebody who lacks the demanded factor', async () => {
    const own = await makeOrganization('Keys')
    const member = await makeMemberWithPassword(own.id)
    const key = await makeKey(member)
    await demand(own.id, true)
    const making = () => as({ caller: key.caller }).run(createApiKey, {})
    await expect(making()).toBeProblem('second_factor_required')
    await withTotp(member)
    await making()
  })
})
