import { expect, test } from 'vitest'
import { as, makeOrganization } from '@/lib/testing/people'
import { sendInvitations } from './commands/send-invitations'
import { previewInvitations } from './queries/preview-invitations'

const addresses = (count: number) =>
  Array.from({ length: count }, (_, index) => `person.${index}@halden.example`)

test('the preview names who would go over the limit, as sending then does', async () => {
  const { owner, collaborator } = await makeOrganization()
  await as(owner).run(sendInvitations, { addresses: addresses(18) })
  const emails = [collaborator.email, ...addresses(1), 'a@b.example', 'c@d.example']
  const { limited } = await as(owner).run(previewInvitations, { emails })
  // The member takes no place; the replacement takes one of the day's.
  expect(limited).toEqual([
    { email: 'c@d.example', reason: expect.stringContaining('At most 20 invitations') },
  ])
  const { results } = await as(owner).run(sendInvitations, { addresses: emails })
  expect(results.map(({ outcome }) => outcome)).toEqual([
    'already_member',
    'replaced',
    'invited',
    'limit',
  ])
  expect(results[3]?.detail).toBe(limited[0]?.reason)
})

test('five thousand addresses are judged in one read; those invited already take no place unless replaced', async () => {
  const { owner, collaborator } = await makeOrganization()
  await as(owner).run(sendInvitations, { addresses: addresses(18) })
  const emails = [...addresses(4_999), collaborator.email]
  const dry = await as(owner).run(previewInvitations, { emails, replace: false })
  expect(dry.members).toEqual([collaborator.email])
  expect(dry.invited).toHaveLength(18)
  // Two places are left of the day, and of the pending.
  expect(dry.limited).toHaveLength(4_999 - 18 - 2)
  const replacing = await as(owner).run(previewInvitations, { emails })
  expect(replacing.limited).toHaveLength(4_999 - 2)
  const tooMany = [...emails, 'one@more.example']
  await expect(as(owner).run(previewInvitations, { emails: tooMany })).toBeProblem('invalid_input')
})

test('hostile addresses are faults of their own lines, never of the others', async () => {
  const { owner } = await makeOrganization()
  const { results } = await as(owner).run(sendInvitations, {
    addresses: ['lena😀@b.example', '=cmd|x@b', '"a\nb"@b.example', 'ok@b.example'],
  })
  expect(results.map(({ outcome }) => outcome)).toEqual([
    'invalid',
    'invalid',
    'invalid',
    'invited',
  ])
  const nul = as(owner).run(sendInvitations, { addresses: ['a\u0000@b.example'] })
  await expect(nul).toBeProblem('invalid_input')
})
