import { beforeAll, describe, expect, test } from 'vitest'
import { signInWithPassword } from '@/lib/modules/sessions/commands/sign-in-with-password'
import { startSession } from '@/lib/modules/sessions/commands/start-session'
import { findSessionHolder } from '@/lib/platform/db/lookups'
import {
  enter,
  entered,
  isLive,
  makeMemberWithPassword,
  password,
  signIn,
  visitor,
} from '../accounts'
import { as, makeOrganization } from '../people'

/** Whoever means ill, and whom they mean: two people of one organization, each knowing their own password. */
async function two() {
  const { id } = await makeOrganization()
  return { attacker: await makeMemberWithPassword(id), victim: await makeMemberWithPassword(id) }
}
const prove = async (who: Parameters<typeof as>[0], email: string) =>
  entered(await as(who).run(signInWithPassword, { email, password }))

beforeAll(() => makeOrganization()) // the first of a process opens the database

describe('session fixation', () => {
  test('a session planted in a browser is not the one its next person gets, and ends', async () => {
    const { attacker, victim } = await two()
    const planted = await signIn(attacker.email)
    const secrets = await prove(planted, victim.email)
    const own = await enter(planted, secrets)
    expect(own.caller.sessionId).not.toBe(planted.caller.sessionId)
    expect(own.caller.membershipId).toBe(victim.id)
    expect(await isLive(planted)).toBe(false)
    // The other half: the person is in.
    expect(await isLive(own)).toBe(true)
  })

  test('a sign-in that somebody began is not finished by another’s proof', async () => {
    const { attacker, victim } = await two()
    const browser = visitor()
    const begun = await prove(browser, attacker.email)
    const finished = await prove(browser, victim.email)
    expect(finished.attempt).not.toBe(begun.attempt)
    for (const mixed of [
      { ticket: finished.ticket, attempt: begun.attempt },
      { ticket: begun.ticket, attempt: finished.attempt },
      { ticket: finished.ticket, attempt: '' },
      { ticket: '', attempt: finished.attempt },
    ])
      await expect(as(visitor()).run(startSession, mixed)).toBeProblem('unauthenticated')
    const { caller } = await enter(browser, finished)
    expect(caller.membershipId).toBe(victim.id)
    // And once: a copy of both halves is late.
    await expect(as(visitor()).run(startSession, finished)).toBeProblem('unauthenticated')
  })

  test('an id that was made up beforehand is nobody’s', async () => {
    const { victim } = await two()
    const { caller } = await signIn(victim.email)
    const near = `${caller.sessionId.slice(0, -1)}${caller.sessionId.endsWith('a') ? 'b' : 'a'}`
    for (const id of ['ses_aaaaaaaaaaaaaaaaaaaaaaaaaa', near, ''])
      expect(await findSessionHolder(id)).toBeNull()
    expect(await findSessionHolder(caller.sessionId)).not.toBeNull()
  })
})
