import { beforeAll, describe, expect, test } from 'vitest'
import { startSession } from '@/lib/modules/sessions/commands/start-session'
import { enter, makeMemberWithPassword, visitor } from '@/lib/testing/accounts'
import { Authenticator } from '@/lib/testing/authenticator'
import { asked, codeOf, withPasskey, withTotp } from '@/lib/testing/factors'
import { as, eventsOf, makeOrganization, type TestOrganization } from '@/lib/testing/people'
import { addPasskey } from './commands/add-passkey'
import { beginConfirmPasskey } from './commands/begin-confirm-passkey'
import { beginPasskey } from './commands/begin-passkey'
import { beginPasskeySignIn } from './commands/begin-passkey-sign-in'
import { beginSecondFactorPasskey } from './commands/begin-second-factor-passkey'
import { signInWithPasskey } from './commands/sign-in-with-passkey'
import { signInWithSecondFactor } from './commands/sign-in-with-second-factor'
import { readSecondFactorStep } from './queries/read-second-factor-step'

let organization: TestOrganization
beforeAll(async () => {
  organization = await makeOrganization()
})
const person = () => makeMemberWithPassword(organization.id, 'collaborator')

describe('a passkey', () => {
  const asking = async () => {
    const who = visitor()
    return { who, ...(await as(who).run(beginPasskeySignIn, {})) }
  }

  test('signs in alone, as both factors, and as the second one', async () => {
    const member = await person()
    const { authenticator } = await withPasskey(member)
    const { who, attempt, options } = await asking()
    const response = authenticator.get(options)
    const { caller } = await enter(who, await as(who).run(signInWithPasskey, { attempt, response }))
    expect(caller.personId).toBe(member.personId)
    const started = (await eventsOf(organization.id)).filter(
      ({ event }) => event === 'session.started',
    )
    expect(started.at(-1)?.after).toMatchObject({ method: 'passkey', factor: 'passkey' })

    const begun = await asked(member.email)
    const second = await as(begun.who).run(beginSecondFactorPasskey, { attempt: begun.attempt })
    const proof = { way: 'passkey' as const, response: authenticator.get(second) }
    const step = await as(begun.who).run(signInWithSecondFactor, { attempt: begun.attempt, proof })
    expect(step.step).toBe('enter')
  })

  test('of another origin, another console, without verification, or of another question: one refusal', async () => {
    const member = await person()
    const { authenticator } = await withPasskey(member)
    const refusals = new Set<string>()
    const attempts: [string, (options: { challenge: string }) => unknown][] = [
      ['origin', (options) => authenticator.get(options, { origin: 'http://evil.example' })],
      ['port', (options) => authenticator.get(options, { origin: 'http://localhost:3001' })],
      ['rp id', (options) => authenticator.get(options, { rpId: 'evil.example' })],
      ['unverified', (options) => authenticator.get(options, { flags: 0x01 })],
      ['question', () => authenticator.get({ challenge: 'AAAA' })],
      ['unknown', (options) => new Authenticator().get(options)],
      [
        'handle',
        (options) => {
          const answer = authenticator.get(options)
          return { ...answer, response: { ...answer.response, userHandle: 'c29tZWJvZHk' } }
        },
      ],
      [
        'signature',
        (options) => {
          const answer = authenticator.get(options)
          const { signature } = new Authenticator().get(options).response
          return { ...answer, response: { ...answer.response, signature } }
        },
      ],
    ]
    for (const [kind, sign] of attempts) {
      const { who, attempt, options } = await asking()
      const given = { attempt, response: sign(options) as never }
      const refusal = await as(who)
        .run(signInWithPasskey, given)
        .catch((error) => error)
      expect(refusal, kind).toMatchObject({ code: 'wrong_factor' })
      refusals.add(refusal.message)
    }
    expect([...refusals]).toHaveLength(1)
    const { who, attempt, options } = await asking()
    const right = { attempt, response: authenticator.get(options) }
    expect((await as(who).run(signInWithPasskey, right)).step).toBe('enter')
  })

  test('an answer serves once and in the browser that was asked; a copied authenticator is refused', async () => {
    const member = await person()
    const { authenticator } = await withPasskey(member)
    const { who, attempt, options } = await asking()
    const response = authenticator.get(options)
    const elsewhere = { attempt: (await asking()).attempt, response }
    await expect(as(visitor()).run(signInWithPasskey, elsewhere)).toBeProblem('wrong_factor')
    await as(who).run(signInWithPasskey, { attempt, response })
    await expect(as(who).run(signInWithPasskey, { attempt, response })).toBeProblem('wrong_factor')
    authenticator.counter = 0
    const later = await asking()
    const copied = { attempt: later.attempt, response: authenticator.get(later.options) }
    await expect(as(later.who).run(signInWithPasskey, copied)).toBeProblem('wrong_factor')
  })

  test('of another origin, or of another question, is not even set up', async () => {
    const member = await person()
    for (const place of [{ origin: 'https://evil.example' }, { rpId: 'evil' }, { flags: 1 }]) {
      await expect(withPasskey(member, new Authenticator(place))).toBeProblem('wrong_factor')
    }
    const authenticator = new Authenticator()
    const options = await as(member).run(beginPasskey, {})
    const response = authenticator.create(options)
    const other = await person()
    await as(other).run(beginPasskey, {})
    await expect(as(other).run(addPasskey, { name: 'X', response })).toBeProblem('wrong_factor')
    await as(member).run(beginConfirmPasskey, {})
    await expect(as(member).run(addPasskey, { name: 'X', response })).toBeProblem('wrong_factor')
    await withPasskey(member, authenticator)
    await expect(withPasskey(other, authenticator)).toBeProblem('wrong_factor')
  })

  test('of one person does not confirm the sign-in of another', async () => {
    const [one, other] = [await person(), await person()]
    const { authenticator } = await withPasskey(one)
    await withPasskey(other)
    const begun = await asked(other.email)
    const options = await as(begun.who).run(beginSecondFactorPasskey, { attempt: begun.attempt })
    const response = authenticator.get(options)
    const proof = {
      way: 'passkey' as const,
      response: { ...response, response: { ...response.response, userHandle: null } },
    }
    const given = { attempt: begun.attempt, proof }
    await expect(as(begun.who).run(signInWithSecondFactor, given)).toBeProblem('wrong_factor')
  })
})

describe('session fixation', () => {
  test('the cookie of before the second factor is worth nothing after it', async () => {
    const member = await person()
    const { secret } = await withTotp(member)
    const { who, attempt } = await asked(member.email)
    const proof = { way: 'totp' as const, code: codeOf(secret) }
    const step = await as(who).run(signInWithSecondFactor, { attempt, proof })
    if (step.step !== 'enter') throw new Error(step.step)
    expect(step.attempt).not.toBe(attempt)
    const planted = { ticket: step.ticket, attempt }
    await expect(as(visitor()).run(startSession, planted)).toBeProblem('unauthenticated')
    await enter(who, step)
  })

  test('a question for a passkey is no sign-in, and an attempt that waits has no ticket', async () => {
    const member = await person()
    const { secret } = await withTotp(member)
    const who = visitor()
    const { attempt } = await as(who).run(beginPasskeySignIn, {})
    const proof = { way: 'totp' as const, code: codeOf(secret) }
    await expect(as(who).run(signInWithSecondFactor, { attempt, proof })).toBeProblem(
      'unauthenticated',
    )
    const begun = await asked(member.email)
    const wish = { ticket: '', attempt: begun.attempt }
    await expect(as(begun.who).run(startSession, wish)).toBeProblem('unauthenticated')
    expect(await as(begun.who).run(readSecondFactorStep, { attempt: begun.attempt })).toMatchObject(
      {
        email: member.email,
      },
    )
    expect(await as(who).run(readSecondFactorStep, { attempt })).toBeNull()
  })
})
