import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createApiKey } from '@/lib/modules/api-keys/commands/create-api-key'
import { openInvitation } from '@/lib/modules/invitations/queries/open-invitation'
import { suspendMember } from '@/lib/modules/members/commands/suspend-member'
import { inSystem } from '@/lib/platform/db/doors'
import { invite, isKeyLive, isLive, makeMemberWithPassword, signIn, visitor } from '../accounts'
import { as, makeKey, makeOrganization } from '../people'

const HOUR = 3_600_000 // ms
/** The program's clock, not the database's, is that much ahead. A browser's is asked nowhere: no input has a time of now. */
const ahead = (by: number) => vi.setSystemTime(Date.now() + by)

beforeEach(async () => {
  await makeOrganization()
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => vi.useRealTimers())

describe.each([
  ['an hour ahead', HOUR],
  ['an hour behind', -HOUR],
])('with the clock of the server %s', (_, by) => {
  test('people sign in and keys work', async () => {
    const { id } = await makeOrganization()
    const member = await makeMemberWithPassword(id)
    ahead(by)
    const session = await signIn(member.email)
    expect(await isLive(session)).toBe(true)
    const { key } = await as(session).run(createApiKey, { name: 'laptop' })
    expect(await isKeyLive(key)).toBe(true)
  })

  test('what ended two hours ago stays ended', async () => {
    const { owner, collaborator } = await makeOrganization()
    const key = await makeKey(collaborator)
    const token = await invite(owner, 'late@victim.example')
    const expiresAt = new Date(Date.now() - 2 * HOUR)
    await inSystem(async (db) => {
      await db.session.updateMany({ where: { membershipId: collaborator.id }, data: { expiresAt } })
      await db.apiKey.updateMany({ where: { id: key.id }, data: { expiresAt } })
      const { organizationId } = owner
      await db.invitation.updateMany({ where: { organizationId }, data: { expiresAt } })
    })
    ahead(by)
    expect(await isLive(collaborator)).toBe(false)
    expect(await isKeyLive(key.key)).toBe(false)
    expect((await as(visitor()).run(openInvitation, { token })).state).toBe('expired')
  })
})

test('a proof of who one is does not become fresh by a clock that goes back', async () => {
  const { owner, collaborator } = await makeOrganization()
  const at = new Date(Date.now() - 11 * 60_000)
  const old = { caller: { ...owner.caller, authenticatedAt: at } }
  const memberId = collaborator.id
  await expect(as(old).run(suspendMember, { memberId })).toBeProblem('reauthenticate')
  // One that claims to come from the future is none: the clock was wrong then, or is now.
  const future = new Date(Date.now() + HOUR)
  const strange = { caller: { ...owner.caller, authenticatedAt: future } }
  await expect(as(strange).run(suspendMember, { memberId })).toBeProblem('reauthenticate')
  await as(owner).run(suspendMember, { memberId })
})
