import { expect, test } from 'vitest'
import { apiOf } from '@/lib/testing/api'
import { makeOrganization } from '@/lib/testing/people'

const own = '/api/gatehouse/v1'

test('owners read and change the policy by key; a second writer is told, a collaborator refused', async () => {
  const { owner, collaborator } = await makeOrganization()
  const call = await apiOf(owner, own)
  const present = await call('/policy')
  expect(present.body.result).toMatchObject({
    second_factor_required: false,
    session_hours: null,
    sign_in_methods: ['password', 'passkey', 'email_link'],
    version: 1,
  })
  const change = (body: object) => call('/policy', { method: 'PATCH', body })
  const saved = await change({ session_hours: 12, invitation_domains: ['Halden.example'] })
  expect(saved.status).toBe(200)
  expect(saved.body.result).toMatchObject({
    session_hours: 12,
    invitation_domains: ['halden.example'],
    version: 2,
  })
  expect((await call('/policy')).body).toEqual(saved.body)
  const late = await change({ session_hours: 8, expected_version: 1 })
  expect([late.status, late.body.code]).toEqual([409, 'stale'])
  const faulty = await change({ session_idle_minutes: 1 })
  expect([faulty.status, faulty.body.errors[0].pointer]).toEqual([422, '#/session_idle_minutes'])
  const domain = await change({ invitation_domains: ['a.example', 'b'] })
  expect(domain.body.errors[0].pointer).toBe('#/invitation_domains/1')
  const theirs = await apiOf(collaborator, own)
  expect((await theirs('/policy')).status).toBe(403)
  expect((await theirs('/policy', { method: 'PATCH', body: {} })).status).toBe(403)
})

test('an address outside the domains is refused by its own problem; in a batch it alone', async () => {
  const { owner } = await makeOrganization()
  const call = await apiOf(owner, own)
  await call('/policy', { method: 'PATCH', body: { invitation_domains: ['halden.example'] } })
  const v2 = await apiOf(owner)
  const one = await v2('/organization_invitations/', {
    method: 'POST',
    body: { email: 'tom@brightwell.example' },
  })
  expect([one.status, one.body.code]).toEqual([400, 'domain_not_invited'])
  expect(one.body.detail).toMatch(/addresses at halden\.example only/)
  const batch = await v2('/organization_invitations/batch_create', {
    method: 'POST',
    body: [{ email: 'tom@brightwell.example' }, { email: 'new@halden.example' }],
  })
  expect(batch.body.results.map(({ status }: { status: number }) => status)).toEqual([400, 200])
})
