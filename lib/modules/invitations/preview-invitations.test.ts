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
