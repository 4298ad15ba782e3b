import { beforeAll, describe, expect, test } from 'vitest'
import { acceptAsSelf } from '@/lib/modules/invitations/commands/accept-as-self'
import { acceptWithPassword } from '@/lib/modules/invitations/commands/accept-with-password'
import { inSystem } from '@/lib/platform/db/doors'
import { enter, invite, makeMemberWithPassword, password, visitor } from '@/lib/testing/accounts'
import { codeOf, sessionOf, withTotp } from '@/lib/testing/factors'
import {
  as,
  eventsOf,
  makeMember,
  makeOrganization,
  type TestOrganization,
} from '@/lib/testing/people'
import { signInWithSecondFactor } from './commands/sign-in-with-second-factor'

let organization: TestOrganization
beforeAll(async () => {
  organization = await makeOrganization()
})
const person = () => makeMemberWithPassword(organization.id, 'collaborator')

describe('accepting an invitation', () => {
  test('with a password asks whoever has a factor for it, before the session', async () => {
    const own = await makeOrganization('Inviting')
    const member = await person()
    await inSystem((db) =>
      db.person.update({
        where: { id: member.personId },
        data: { emailProvenAt: new Date(), homeOrganizationId: null },
      }),
    )
    const { secret } = await withTotp(member)
    const token = await invite(own.owner, member.email)
    const who = visitor()
    const given = { token, email: member.email, password }
    const step = await as(who).run(acceptWithPassword, given)
    expect(step).toMatchObject({ step: 'second_factor' })
    const proof = { way: 'totp' as const, code: codeOf(secret) }
    const done = await as(who).run(signInWithSecondFactor, { attempt: step.attempt, proof })
    const { caller } = await enter(who, done)
    expect(caller.organizationId).toBe(own.id)
  })

  test('as oneself keeps what the session has shown', async () => {
    const own = await makeOrganization('Inviting')
    const member = await person()
    await inSystem((db) =>
      db.person.update({
        where: { id: member.personId },
        data: { emailProvenAt: new Date(), homeOrganizationId: null },
      }),
    )
    await withTotp(member)
    const token = await invite(own.owner, member.email)
    const step = await as(member).run(acceptAsSelf, { token })
    const joined = await enter(member, step)
    expect(await sessionOf({ ...member, ...joined })).toMatchObject({ factor: 'totp' })
  })
})

test('events of factors reach the log of every organization one is in, without the other’s session', async () => {
  const own = await makeOrganization('Second home')
  const member = await person()
  const there = await makeMember(own.id)
  await inSystem(async (db) => {
    await db.session.deleteMany({ where: { personId: there.personId } })
    await db.membership.updateMany({
      where: { id: there.id },
      data: { personId: member.personId },
    })
  })
  await withTotp(member)
  const events = (await eventsOf(own.id)).filter(({ event }) => event === 'factor.added')
  expect(events).toHaveLength(1)
  expect(JSON.stringify(events)).not.toContain(member.caller.sessionId)
  expect(events[0]?.after).toEqual({ kind: 'totp', name: 'Phone' })
})
