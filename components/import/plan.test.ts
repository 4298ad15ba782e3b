import { expect, test } from 'vitest'
import type { InvitationPreview } from '@/components/invitations/preview'
import { readPeople } from './people-file'
import { askedOf, countsOf, planOf, sendsOf } from './plan'

const text = `name,email,role
Lena,new@b.example,owner
Ole,member@b.example,
Ada,invited@b.example,collaborator
X,broken@b,owner
Lena again,NEW@b.example,collaborator
Max,late@b.example,admin`
const read = readPeople(text)
const rows = read.ok ? read.rows : []
const preview: InvitationPreview = {
  members: ['member@b.example'],
  suspended: [],
  invited: [{ email: 'invited@b.example', sentAt: '', expiresAt: '' }],
  domains: [],
  limited: [{ email: 'late@b.example', reason: 'Full.' }],
  delivery: 'link',
  limits: { pending: 1, maxPending: 20, sentInDay: 1, maxPerDay: 20, lifetimeDays: 7 },
}
const plain = { rolesOfFile: false, again: false }

test('each row stands in its group, with its line', () => {
  const plan = planOf(rows, preview, plain)
  expect(plan.map(({ line, group }) => [line, group])).toEqual([
    [2, 'new'],
    [3, 'member'],
    [4, 'invited'],
    [5, 'faulty'],
    [6, 'double'],
    [7, 'limited'],
  ])
  expect(plan[4]?.note).toContain('line 2')
  expect(countsOf(plan)).toMatchObject({ new: 1, member: 1, faulty: 1 })
  expect(sendsOf(plan)).toEqual([{ line: 2, email: 'new@b.example', role: 'collaborator' }])
})

test('an address at another domain is left out, with the sentence that the server says', () => {
  const plan = planOf(rows, { ...preview, domains: ['halden.example'] }, plain)
  expect(plan[0]).toMatchObject({ group: 'outside', send: false })
  expect(plan[0]?.note).toBe(
    'new@b.example can’t be invited. This organization invites addresses at halden.example only.',
  )
  expect(plan[1]?.group).toBe('member')
  expect(sendsOf(plan)).toEqual([])
})

test('the roles of the file are a choice, and then a role that is none is a fault', () => {
  const plan = planOf(rows, preview, { rolesOfFile: true, again: true })
  expect(sendsOf(plan)).toEqual([
    { line: 2, email: 'new@b.example', role: 'owner' },
    { line: 4, email: 'invited@b.example', role: 'collaborator' },
  ])
  expect(plan[5]).toMatchObject({ group: 'faulty', note: expect.stringContaining('not a role') })
  expect(askedOf(rows, { rolesOfFile: true, again: true })).not.toContain('late@b.example')
  expect(askedOf(rows, plain)).toEqual([
    'new@b.example',
    'member@b.example',
    'invited@b.example',
    'late@b.example',
  ])
})
