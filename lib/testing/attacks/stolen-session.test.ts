import { beforeAll, describe, expect, test } from 'vitest'
import { readOwnAccess } from '@/lib/modules/access/queries/read-own-access'
import { createApiKey } from '@/lib/modules/api-keys/commands/create-api-key'
import { revokeApiKey } from '@/lib/modules/api-keys/commands/revoke-api-key'
import { changeRole } from '@/lib/modules/members/commands/change-role'
import { leaveOrganization } from '@/lib/modules/members/commands/leave-organization'
import { removeMember } from '@/lib/modules/members/commands/remove-member'
import { restoreMember } from '@/lib/modules/members/commands/restore-member'
import { suspendMember } from '@/lib/modules/members/commands/suspend-member'
import { listMembers } from '@/lib/modules/members/queries/list-members'
import { changePassword } from '@/lib/modules/persons/commands/change-password'
import { renameAccount } from '@/lib/modules/persons/commands/rename-account'
import { mintLink } from '@/lib/modules/persons/link'
import { endOtherSessions } from '@/lib/modules/sessions/commands/end-other-sessions'
import { endSession } from '@/lib/modules/sessions/commands/end-session'
import { endSessionOfMember } from '@/lib/modules/sessions/commands/end-session-of-member'
import { endSessionsOfMember } from '@/lib/modules/sessions/commands/end-sessions-of-member'
import { resetPassword } from '@/lib/modules/sessions/commands/reset-password'
import { signInWithPassword } from '@/lib/modules/sessions/commands/sign-in-with-password'
import { startSession } from '@/lib/modules/sessions/commands/start-session'
import { inSystem } from '@/lib/platform/db/doors'
import {
  entered,
  isKeyLive,
  isLive,
  makeMemberWithPassword,
  password,
  signIn,
  visitor,
} from '../accounts'
import { as, makeKey, makeOrganization, type TestMember } from '../people'

type Session = Awaited<ReturnType<typeof signIn>>
type Scene = { owner: TestMember; member: TestMember; session: Session; other: Session }
const changed = 'copper meadow silent engine'

const resetToken = (email: string, personId: string) =>
  inSystem((db) => mintLink(db, { purpose: 'reset_password', email, personId }, new Date())).then(
    ({ token }) => token,
  )

/** How the cookie is taken away, and whether the person comes in again by themselves. */
const ends: Record<string, { end(scene: Scene): Promise<unknown>; back: boolean; by?: string }> = {
  'sign-out': { end: ({ session }) => as(session).run(endSession, {}), back: true },
  'signing in again in the same browser': {
    async end({ session, member: { email } }) {
      const proven = entered(await as(session).run(signInWithPassword, { email, password }))
      await as(session).run(startSession, proven)
    },
    back: true,
  },
  'ending all others': { end: ({ other }) => as(other).run(endOtherSessions, {}), back: true },
  'an owner ending it': {
    end: ({ owner, session }) =>
      as(owner).run(endSessionOfMember, { sessionId: session.caller.sessionId }),
    back: true,
  },
  'an owner signing them out everywhere': {
    end: ({ owner, member }) => as(owner).run(endSessionsOfMember, { memberId: member.id }),
    back: true,
  },
  'a change of password': {
    end: ({ other }) => as(other).run(changePassword, { password: changed }),
    back: true,
    by: changed,
  },
  'a reset of the password': {
    async end({ member: { email, personId } }) {
      await inSystem((db) =>
        db.person.update({
          where: { id: personId },
          data: { emailProvenAt: new Date(), homeOrganizationId: null },
        }),
      )
      const token = await resetToken(email, personId)
      await as(visitor()).run(resetPassword, { token, password: changed })
    },
    back: true,
    by: changed,
  },
  suspension: {
    end: ({ owner, member }) => as(owner).run(suspendMember, { memberId: member.id }),
    back: false,
  },
  'suspension, and being restored': {
    async end({ owner, member }) {
      await as(owner).run(suspendMember, { memberId: member.id })
      await as(owner).run(restoreMember, { memberId: member.id })
    },
    back: true,
  },
  removal: {
    end: ({ owner, member }) => as(owner).run(removeMember, { memberId: member.id }),
    back: false,
  },
  leaving: { end: ({ other }) => as(other).run(leaveOrganization, {}), back: false },
}

beforeAll(() => makeOrganization()) // the first of a process opens the database

describe('a copied session cookie is worth nothing after', () => {
  test.each(Object.entries(ends))('%s', async (_, { end, back, by = password }) => {
    const { id, owner } = await makeOrganization()
    const member = await makeMemberWithPassword(id)
    const session = await signIn(member.email)
    const other = await signIn(member.email)
    expect(await isLive(session)).toBe(true)
    await end({ owner, member, session, other })
    expect(await isLive(session)).toBe(false)
    // The other half: the person signs in again, or is told that there is nothing to sign in to.
    if (back) expect(await isLive(await signIn(member.email, by))).toBe(true)
    else await expect(signIn(member.email)).toBeProblem('no_organization')
    if (by !== password) await expect(signIn(member.email)).toBeProblem('wrong_credentials')
    expect(await isLive(owner)).toBe(true)
  })

  test('and of whoever left or is kept out, no request that was under way is let in', async () => {
    for (const command of [removeMember, suspendMember]) {
      const { id, owner } = await makeOrganization()
      const member = await makeMemberWithPassword(id)
      const session = await signIn(member.email)
      await as(owner).run(command, { memberId: member.id })
      // The session was looked up just before; the door asks again.
      await expect(as(session).run(readOwnAccess, {})).toBeProblem('unauthenticated')
      await expect(as(session).run(createApiKey, { name: 'late' })).toBeProblem('unauthenticated')
      await expect(as(session).run(renameAccount, { name: 'Late' })).toBeProblem('unauthenticated')
    }
  })
})

describe('demotion ends what owners may do, at the next request', () => {
  test('with a copied session and with a key; what everybody may do goes on', async () => {
    const { owner, secondOwner } = await makeOrganization()
    const key = await makeKey(secondOwner)
    for (const who of [secondOwner, key]) await as(who).run(listMembers, {})
    await as(owner).run(changeRole, { memberId: secondOwner.id, role: 'collaborator' })
    for (const who of [secondOwner, key]) {
      await expect(as(who).run(listMembers, {})).toBeProblem('forbidden')
      await expect(
        as(who).run(changeRole, { memberId: secondOwner.id, role: 'owner' }),
      ).toBeProblem('forbidden')
      expect((await as(who).run(readOwnAccess, {})).role).toBe('collaborator')
    }
    expect(await isLive(secondOwner)).toBe(true)
  })
})

describe('a copied key is worth nothing after', () => {
  test('it was revoked, or its holder suspended or removed; only restoring brings it back', async () => {
    const { id, owner } = await makeOrganization()
    const member = await makeMemberWithPassword(id)
    const [revoked, kept] = [await makeKey(member), await makeKey(member)]
    await as(member).run(revokeApiKey, { keyId: revoked.id })
    expect([await isKeyLive(revoked.key), await isKeyLive(kept.key)]).toEqual([false, true])
    await as(owner).run(suspendMember, { memberId: member.id })
    expect([await isKeyLive(revoked.key), await isKeyLive(kept.key)]).toEqual([false, false])
    await as(owner).run(restoreMember, { memberId: member.id })
    expect([await isKeyLive(revoked.key), await isKeyLive(kept.key)]).toEqual([false, true])
    await as(owner).run(removeMember, { memberId: member.id })
    expect([await isKeyLive(revoked.key), await isKeyLive(kept.key)]).toEqual([false, false])
  })
})
