import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { beginPasskeyRegistration } from '@/lib/modules/organizations/commands/begin-passkey-registration'
import { completeRegistration } from '@/lib/modules/organizations/commands/complete-registration'
import { registerWithPasskey } from '@/lib/modules/organizations/commands/register-with-passkey'
import { requestRegistration } from '@/lib/modules/organizations/commands/request-registration'
import { resetPassword } from '@/lib/modules/sessions/commands/reset-password'
import { inSystem } from '@/lib/platform/db/doors'
import {
  enter,
  entered,
  makeMemberWithPassword,
  personOf,
  someAddress,
  visitor,
} from '@/lib/testing/accounts'
import { Authenticator } from '@/lib/testing/authenticator'
import { testDatabase } from '@/lib/testing/database'
import { sessionOf } from '@/lib/testing/factors'
import { type Mailed, takeOutbox, tokenIn } from '@/lib/testing/mailed'
import { as, makeOrganization } from '@/lib/testing/people'
import { deliverLink } from '../commands/deliver-link'

const { sent, setting } = vi.hoisted(() => {
  process.env.PUBLIC_URL = 'https://gate.halden.example'
  return { sent: [] as Mailed[], setting: { value: 'anyone' } }
})
vi.mock('@/lib/platform/mail/mail', async (original) => ({
  ...(await original<object>()),
  mailIsSetUp: () => true,
  sendMail: async (mail: Mailed) => void sent.push(mail),
}))
vi.mock('@/lib/platform/env', async (original) => {
  const real = await original<{ env: Record<string, unknown> }>()
  return {
    ...real,
    env: new Proxy(real.env, {
      get: (env, name) =>
        name === 'ORGANIZATION_CREATION' ? setting.value : Reflect.get(env, name),
    }),
  }
})

const password = 'copper meadow winter lantern'

beforeAll(testDatabase)
beforeEach(async () => {
  setting.value = 'anyone'
  await takeOutbox('link')
})

async function ask(email: string) {
  const before = sent.length
  expect(await as(visitor()).run(requestRegistration, { email })).toEqual({})
  for (const { payload, item } of await takeOutbox('link')) await deliverLink(payload, item)
  const [mail] = sent.slice(before)
  return mail as Mailed
}
const complete = (token: string, who = visitor(), given: object = {}) =>
  as(who).run(completeRegistration, {
    token,
    organizationName: 'Noa & friends',
    name: 'Noa Lind',
    password,
    ...given,
  })

test('an address, its proof, then a name and a password: one account, and its organization', async () => {
  const email = someAddress()
  const mail = await ask(email)
  expect(mail.to).toBe(email)
  expect(mail.text).toContain('https://gate.halden.example/register?link=')
  const token = tokenIn(mail)
  await expect(complete(token, visitor(), { password: 'short' })).toBeProblem('invalid_input')
  const who = visitor()
  const { caller } = await enter(who, entered(await complete(token, who)))
  const person = await inSystem((db) => db.person.findMany({ where: { email } }))
  expect(person).toMatchObject([{ id: caller.personId, homeOrganizationId: null }])
  expect(person[0]?.emailProvenAt).not.toBeNull()
  const { organizationId: id, membershipId } = caller
  const member = await inSystem((db) => db.membership.findFirst({ where: { id: membershipId } }))
  expect(member).toMatchObject({ role: 'owner', source: 'founder', email })
  for (const event of ['organization.created', 'member.joined', 'session.started'] as const) {
    await expect({ id }).toHaveRecorded(event)
  }
  await expect(complete(token)).toBeProblem('link_ended')
})

const place = { origin: 'https://gate.halden.example', rpId: 'gate.halden.example' }
async function begun(token: string, authenticator = new Authenticator(place)) {
  const who = visitor()
  const name = 'Noa Lind'
  const { attempt, options } = await as(who).run(beginPasskeyRegistration, { token, name })
  const response = authenticator.create(options)
  return { who, given: { token, attempt, name, organizationName: 'Noa & friends', response } }
}

test('or a passkey: an account without a password, signed in by both factors', async () => {
  const email = someAddress()
  const token = tokenIn(await ask(email))
  const wrong = await begun(token, new Authenticator())
  await expect(as(wrong.who).run(registerWithPasskey, wrong.given)).toBeProblem('wrong_factor')
  expect(await inSystem((db) => db.person.count({ where: { email } }))).toBe(0)
  const spare = await begun(token)
  const { who, given } = await begun(token)
  const made = await as(who).run(registerWithPasskey, given)
  expect(made.recoveryCodes).toHaveLength(10)
  const { caller } = await enter(who, entered(made.next))
  const { passwordHash, emailProvenAt } = await personOf(caller.personId)
  expect([passwordHash, emailProvenAt]).toEqual([null, expect.any(Date)])
  expect(await sessionOf({ caller })).toMatchObject({ method: 'passkey', factor: 'passkey' })
  const id = caller.organizationId
  for (const event of ['organization.created', 'factor.added', 'recovery_codes.made'] as const) {
    await expect({ id }).toHaveRecorded(event)
  }
  await expect(begun(token)).toBeProblem('link_ended')
  await expect(as(spare.who).run(registerWithPasskey, spare.given)).toBeProblem('link_ended')
  expect(await inSystem((db) => db.factor.count({ where: { person: { email } } }))).toBe(1)
})

test('an address with an account is told by its own mail, in no other way', async () => {
  const { owner, id } = await makeOrganization()
  const known = await makeMemberWithPassword(id)
  await inSystem((db) =>
    db.person.update({
      where: { id: known.personId },
      data: { emailProvenAt: new Date(), homeOrganizationId: null },
    }),
  )
  const mail = await ask(known.email)
  expect(mail.subject).toBe('You have an account already')
  expect(mail.text).not.toContain('gth_lnk_')
  expect((await ask(owner.email)).subject).toBe('Confirm your address') // nobody has proven it
})

test('an account that was made in between ends the link, and its link is for nothing else', async () => {
  const email = someAddress()
  const [one, other] = [tokenIn(await ask(email)), tokenIn(await ask(email))]
  await expect(as(visitor()).run(resetPassword, { token: one, password })).toBeProblem('link_ended')
  await complete(one)
  await expect(complete(other)).toBeProblem('link_ended')
})

test.each(['off', 'people'])(
  'with ORGANIZATION_CREATION=%s an invitation is needed',
  async (value) => {
    const token = tokenIn(await ask(someAddress()))
    setting.value = value
    const email = someAddress()
    await expect(as(visitor()).run(requestRegistration, { email })).toBeProblem(
      'forbidden',
      /invitation/,
    )
    await expect(complete(token)).toBeProblem('forbidden')
    await expect(begun(token)).toBeProblem('forbidden')
  },
)
