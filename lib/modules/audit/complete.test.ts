import { expect, test } from 'vitest'
import { createApiKey } from '@/lib/modules/api-keys/commands/create-api-key'
import { revokeApiKey } from '@/lib/modules/api-keys/commands/revoke-api-key'
import { acceptAsNew } from '@/lib/modules/invitations/commands/accept-as-new'
import { sendInvitations } from '@/lib/modules/invitations/commands/send-invitations'
import { removeMember } from '@/lib/modules/members/commands/remove-member'
import { startSession } from '@/lib/modules/sessions/commands/start-session'
import { entered } from '@/lib/testing/accounts'
import { as, eventsOf, makeKey, makeOrganization, origin } from '@/lib/testing/people'

const anonymous = { caller: { kind: 'anonymous', origin } as const }

test('joining says by which invitation, and the session how somebody signed in', async () => {
  const { id, owner } = await makeOrganization()
  const addresses = ['astrid.lund@halden.example']
  const sent = await as(owner).run(sendInvitations, { addresses, delivery: 'link' })
  const { link, id: invitation } = sent.results[0] as { link: string; id: string }
  const token = link.slice(link.indexOf('gth_inv_'))
  const given = { token, name: 'Astrid Lund', password: 'quiet harbour lamp 84' }
  const { sessionId } = await as(anonymous).run(
    startSession,
    entered(await as(anonymous).run(acceptAsNew, given)),
  )
  const events = await eventsOf(id)
  const of = (name: string) => events.find(({ event }) => event === name)
  expect(of('member.joined')).toMatchObject({ after: { invitation, invitedBy: owner.name } })
  expect(of('session.started')).toMatchObject({
    after: { method: 'invitation' },
    viaId: sessionId,
    subjectOf: of('member.joined')?.subjectId,
  })
})

test('a key says whose it is and when it ends; revoked, what it was', async () => {
  const { id, owner } = await makeOrganization()
  const { apiKey } = await as(owner).run(createApiKey, { name: 'robot-bench' })
  await as(owner).run(revokeApiKey, { keyId: apiKey.id })
  const facts = {
    name: 'robot-bench',
    lastSix: apiKey.lastSix,
    owner: owner.email,
    expiresAt: apiKey.expiresAt,
  }
  expect(await eventsOf(id)).toMatchObject([
    { event: 'api_key.created', after: facts, subjectOf: owner.id },
    { event: 'api_key.revoked', before: facts, after: { because: 'revoked' } },
  ])
})

test('a removal says what ended with it, one event for each session and key that lived', async () => {
  const { id, owner, collaborator } = await makeOrganization()
  const key = await makeKey(collaborator)
  const before = await makeKey(collaborator)
  await as(collaborator).run(revokeApiKey, { keyId: before.id })
  await as(owner).run(removeMember, { memberId: collaborator.id })
  const events = (await eventsOf(id)).filter(({ actorId }) => actorId === owner.id)
  const byName = (name: string) => events.filter(({ event }) => event === name)
  expect(byName('member.removed')).toMatchObject([
    { before: { role: 'collaborator' }, after: { sessions: 1, keys: 1 } },
  ])
  const ended = { subjectOf: collaborator.id, after: { because: 'removed' } }
  expect(byName('api_key.revoked')).toMatchObject([{ subjectId: key.id, ...ended }])
  expect(byName('session.ended')).toMatchObject([
    { subjectId: collaborator.caller.sessionId, ...ended },
  ])
})
