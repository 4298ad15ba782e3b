import { beforeAll, describe, expect, test } from 'vitest'
import { isProblem } from '@/lib/kernel/problem'
import { acceptAsNew } from '@/lib/modules/invitations/commands/accept-as-new'
import { sendInvitations } from '@/lib/modules/invitations/commands/send-invitations'
import { openInvitation } from '@/lib/modules/invitations/queries/open-invitation'
import { previewInvitations } from '@/lib/modules/invitations/queries/preview-invitations'
import { removeMember } from '@/lib/modules/members/commands/remove-member'
import { suspendMember } from '@/lib/modules/members/commands/suspend-member'
import { signInWithPassword } from '@/lib/modules/sessions/commands/sign-in-with-password'
import { invite, makeMemberWithPassword, password, signIn, someAddress, visitor } from '../accounts'
import { as, makeOrganization } from '../people'

const wrong = 'velvet harbour quiet ladders'

/** What was answered, to the last letter but for what is minted and when. */
const answer = (asked: Promise<unknown>, email: string) =>
  asked.then(
    (value) => plain({ value }, email),
    (error) => {
      if (!isProblem(error)) throw error
      return plain({ refused: error.body() }, email)
    },
  )
const plain = (value: object, email: string) =>
  JSON.stringify(value)
    .replaceAll(email, 'address')
    .replace(/gth_\w+|orginv_\w+/g, 'minted')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then')

/** Addresses with every standing that somebody from outside may want to know of. */
async function addresses() {
  const { id, owner } = await makeOrganization('Nordlys Labs')
  const member = await makeMemberWithPassword(id, 'owner')
  const suspended = await makeMemberWithPassword(id)
  const removed = await makeMemberWithPassword(id)
  const invited = someAddress()
  await as(owner).run(suspendMember, { memberId: suspended.id })
  await as(owner).run(removeMember, { memberId: removed.id })
  await invite(owner, invited, { delivery: 'mail' })
  const known = { member, suspended, removed }
  const emails = Object.entries(known).map(([standing, { email }]) => [standing, email] as const)
  return { known, emails: [['unknown', someAddress()], ...emails, ['invited', invited]] as const }
}

beforeAll(() => makeOrganization()) // the first of a process opens the database

describe('who has an account is not told by', () => {
  test('sign-in, whatever stands behind the address', async () => {
    const { known, emails } = await addresses()
    const answers = new Set<string>()
    for (const [, email] of emails)
      answers.add(
        await answer(as(visitor()).run(signInWithPassword, { email, password: wrong }), email),
      )
    expect([...answers]).toEqual([expect.stringContaining('Email or password is wrong.')])
    // The other half: with the right password one is in, or told what to do.
    expect((await signIn(known.member.email)).caller.membershipId).toBe(known.member.id)
    const given = { email: known.suspended.email, password }
    await expect(as(visitor()).run(signInWithPassword, given)).toBeProblem('no_organization')
  })

  test('inviting, to an owner of another organization', async () => {
    const { emails } = await addresses()
    const { owner } = await makeOrganization()
    const answers = new Set<string>()
    for (const [, email] of emails) {
      answers.add(
        await answer(as(owner).run(previewInvitations, { emails: [email] }), email).then(
          withoutLimits,
        ),
      )
      answers.add(await answer(as(owner).run(sendInvitations, { addresses: [email] }), email))
    }
    expect(answers.size).toBe(2) // one preview, one sending
  })

  test('a link that was copied, to whoever has it', async () => {
    const { known, emails } = await addresses()
    const { owner } = await makeOrganization()
    const opened = new Set<string>()
    const joined = new Set<string>()
    for (const [, email] of emails) {
      const token = await invite(owner, email, { delivery: 'link' })
      opened.add(await answer(as(visitor()).run(openInvitation, { token }), email))
      const given = { token, name: 'Lena Vogt', password: 'copper meadow silent engine' }
      joined.add(await answer(as(visitor()).run(acceptAsNew, given), email))
    }
    expect([opened.size, joined.size], [...opened, ...joined].join('\n')).toEqual([1, 1])
    // The other half: the member of old signs in where they were, as if nothing had happened.
    const { id } = known.member
    const { organizationId } = known.member
    expect((await signIn(known.member.email, password, organizationId)).caller.membershipId).toBe(
      id,
    )
  })
})

const withoutLimits = (text: string) => text.replace(/"(pending|sentInDay)":\d+/g, '"count":0')
