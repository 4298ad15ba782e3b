import { beforeAll, describe, expect, test } from 'vitest'
import { signInWithPassword } from '@/lib/modules/sessions/commands/sign-in-with-password'
import { engine } from '@/lib/platform/db/engine'
import { makeMemberWithPassword, password, signIn, visitor } from '@/lib/testing/accounts'
import { asked, bySecond, codeOf, withTotp } from '@/lib/testing/factors'
import { as, eventsOf, makeOrganization, type TestOrganization } from '@/lib/testing/people'
import { beginTotp } from './commands/begin-totp'
import { confirmTotp } from './commands/confirm-totp'
import { makeRecoveryCodes } from './commands/make-recovery-codes'
import { signInWithSecondFactor } from './commands/sign-in-with-second-factor'
import { listOwnFactors } from './queries/list-own-factors'

let organization: TestOrganization
beforeAll(async () => {
  organization = await makeOrganization()
})
const person = () => makeMemberWithPassword(organization.id, 'collaborator')

describe('an authenticator app', () => {
  test('codes of an independent library sign in; without one nobody gets further', async () => {
    const member = await person()
    const { secret, uri, qr, codes } = await withTotp(member)
    expect(uri).toContain(`secret=${secret}&issuer=Gatehouse`)
    expect(qr.size).toBeGreaterThan(20)
    expect(codes).toHaveLength(10)
    const begun = await asked(member.email)
    expect(begun.step.ways).toEqual(['totp', 'recovery_code'])
    expect('ticket' in begun.step).toBe(false)
    const wrong = { attempt: begun.attempt, proof: { way: 'totp' as const, code: '000000' } }
    await expect(as(begun.who).run(signInWithSecondFactor, wrong)).toBeProblem('wrong_factor')
    const { caller } = await bySecond(begun, { way: 'totp', code: codeOf(secret) })
    expect(caller.personId).toBe(member.personId)
    const started = (await eventsOf(organization.id)).filter(
      ({ event }) => event === 'session.started',
    )
    expect(started.at(-1)?.after).toMatchObject({ method: 'password', factor: 'totp' })
  })

  test('a code counts one step around now, and no more', async () => {
    const member = await person()
    const { secret } = await withTotp(member)
    const now = Date.now()
    for (const [at, right] of [
      [now - 90_000, false],
      [now + 90_000, false],
      [now - 3_600_000, false],
      [now + 3_600_000, false],
      [now + 30_000, true],
    ] as const) {
      const begun = await asked(member.email)
      const proof = { way: 'totp' as const, code: codeOf(secret, at) }
      const done = as(begun.who).run(signInWithSecondFactor, { attempt: begun.attempt, proof })
      if (right) expect((await done).step).toBe('enter')
      else await expect(done).toBeProblem('wrong_factor')
    }
  })

  test('the same code again is refused, also of two at once, and so is an earlier one', async () => {
    const member = await person()
    const { secret } = await withTotp(member)
    const [now, later] = [codeOf(secret), codeOf(secret, Date.now() + 30_000)]
    const both = await Promise.all([asked(member.email), asked(member.email)])
    const outcomes = await Promise.allSettled(
      both.map((begun) => bySecond(begun, { way: 'totp', code: now })),
    )
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await bySecond(await asked(member.email), { way: 'totp', code: later })
    const replayed = bySecond(await asked(member.email), { way: 'totp', code: now })
    await expect(replayed).toBeProblem('wrong_factor')
  })

  test('the code that set it up is used up, and a wrong one sets up nothing', async () => {
    const member = await person()
    const { factorId, secret } = await as(member).run(beginTotp, {})
    const given = { factorId, name: 'Phone' }
    await expect(as(member).run(confirmTotp, { ...given, code: '000000' })).toBeProblem(
      'invalid_input',
    )
    expect((await as(member).run(listOwnFactors, {})).factors).toEqual([])
    expect((await signIn(member.email)).caller.personId).toBe(member.personId)
    const code = codeOf(secret)
    await as(member).run(confirmTotp, { ...given, code })
    await expect(bySecond(await asked(member.email), { way: 'totp', code })).toBeProblem(
      'wrong_factor',
    )
  })

  test('guessing waits for the person, from wherever it comes', async () => {
    const member = await person()
    const { secret } = await withTotp(member)
    let refused = 0
    for (let tries = 0; tries < 22; tries++) {
      const begun = await asked(member.email)
      const proof = { way: 'totp' as const, code: String(tries).padStart(6, '0') }
      await as(begun.who)
        .run(signInWithSecondFactor, { attempt: begun.attempt, proof })
        .catch(({ code }) => {
          if (code === 'rate_limited') refused += 1
        })
    }
    expect(refused).toBe(2)
    const begun = await asked(member.email)
    const right = bySecond(begun, { way: 'totp', code: codeOf(secret) })
    await expect(right).toBeProblem('rate_limited')
    const other = await person()
    const theirs = await withTotp(other)
    await bySecond(await asked(other.email), { way: 'totp', code: codeOf(theirs.secret) })
  })

  test('one browser has a few tries, whatever attempts it begins', async () => {
    const member = await person()
    await withTotp(member)
    const who = visitor()
    const outcomes: string[] = []
    for (let tries = 0; tries < 8; tries++) {
      const step = await as(who).run(signInWithPassword, { email: member.email, password })
      const proof = { way: 'recovery_code' as const, code: 'aaaaa-aaaaa' }
      await as(who)
        .run(signInWithSecondFactor, { attempt: step.attempt, proof })
        .catch(({ code }) => outcomes.push(code))
    }
    expect(outcomes.filter((code) => code === 'rate_limited')).toHaveLength(2)
  })
})

describe('recovery codes', () => {
  test('each serves once, new ones end the old, and nothing readable is stored', async () => {
    const member = await person()
    const { codes } = await withTotp(member)
    const [first = '', second = '', third = ''] = codes
    await bySecond(await asked(member.email), {
      way: 'recovery_code',
      code: ` ${first.toUpperCase().replace('-', ' ')}`,
    })
    const again = bySecond(await asked(member.email), { way: 'recovery_code', code: first })
    await expect(again).toBeProblem('wrong_factor')
    const both = await Promise.all([asked(member.email), asked(member.email)])
    const outcomes = await Promise.allSettled(
      both.map((begun) => bySecond(begun, { way: 'recovery_code', code: second })),
    )
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await as(member).run(listOwnFactors, {})).recoveryCodes).toBe(8)
    await as(member).run(makeRecoveryCodes, {})
    const old = bySecond(await asked(member.email), { way: 'recovery_code', code: third })
    await expect(old).toBeProblem('wrong_factor')
    const { raw } = await engine()
    const rows = await raw.query<{ row: string }>(
      'SELECT t::text AS row FROM recovery_code t WHERE person_id = $1',
      [member.personId],
    )
    for (const code of codes) expect(JSON.stringify(rows)).not.toContain(code.replace('-', ''))
  })

  test('of somebody else count for nothing', async () => {
    const [one, other] = [await person(), await person()]
    const { codes } = await withTotp(one)
    await withTotp(other)
    const stolen = bySecond(await asked(other.email), {
      way: 'recovery_code',
      code: codes[0] ?? '',
    })
    await expect(stolen).toBeProblem('wrong_factor')
  })
})

test('clocks: the library and ours agree on a thousand moments', async () => {
  const { newTotpSecret, totpStep } = await import('@/lib/platform/crypto/totp')
  for (let n = 0; n < 1_000; n++) {
    const secret = newTotpSecret()
    const at = Math.floor(Math.random() * 4e12)
    expect(totpStep(secret, codeOf(secret, at), new Date(at))).toBe(Math.floor(at / 30_000))
  }
})
