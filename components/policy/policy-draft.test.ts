import { expect, test } from 'vitest'
import { noPolicy } from '@/lib/modules/policy/policy-rules'
import { draftOf, readDraft } from './policy-draft'

const stored = { ...noPolicy, sessionHours: 12, invitationDomains: ['a.example', 'b.example'] }
const read = (next: Partial<ReturnType<typeof draftOf>>) =>
  readDraft({ ...draftOf(stored), ...next }, stored)

test('what is stored, typed again, changes nothing', () => {
  expect(read({})).toEqual({ changes: {}, faults: {}, fields: [] })
  expect(read({ invitationDomains: ' @B.example, a.example\n' }).fields).toEqual([])
})

test('what is typed becomes a change; an empty length is none of one’s own', () => {
  expect(read({ sessionHours: '', sessionIdleMinutes: '15' }).changes).toEqual({
    sessionHours: null,
    sessionIdleMinutes: 15,
  })
  expect(read({ accountKeyDays: '', keysMustEnd: false, keyRanges: '10.1.2.3/8' }).changes).toEqual(
    {
      accountKeyDays: null,
      keysMustEnd: false,
      keyRanges: ['10.0.0.0/8'],
    },
  )
  expect(read({ invitationDomains: '' }).changes).toEqual({ invitationDomains: [] })
})

test.each([
  [{ sessionHours: '0' }, 'sessionHours'],
  [{ sessionHours: '1.5' }, 'sessionHours'],
  [{ sessionIdleMinutes: '4' }, 'sessionIdleMinutes'],
  [{ secondFactorGraceDays: '' }, 'secondFactorGraceDays'],
  [{ secondFactorGraceDays: '91' }, 'secondFactorGraceDays'],
  [{ invitationDomains: 'a.example halden' }, 'invitationDomains'],
  [{ signInMethods: [] }, 'signInMethods'],
  [{ personKeyDays: '31' }, 'personKeyDays'],
  [{ personKeyDays: '' }, 'personKeyDays'],
  [{ accountKeyDays: '0' }, 'accountKeyDays'],
  [{ keyRanges: '10.0.0.0/8 10.0.0.0/33' }, 'keyRanges'],
])('%j is a fault of its field, and no change', (next, field) => {
  const { faults, changes, fields } = read(next)
  expect(Object.keys(faults)).toEqual([field])
  expect(changes).toEqual({})
  expect(fields).toEqual([field])
})
