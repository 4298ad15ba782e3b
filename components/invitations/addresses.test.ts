import { describe, expect, test } from 'vitest'
import {
  add,
  askable,
  emailIn,
  isFinished,
  keyOf,
  marksOf,
  none,
  remove,
  sendable,
} from './addresses'
import type { InvitationPreview } from './preview'

const preview = (given: Partial<InvitationPreview> = {}): InvitationPreview => ({
  members: [],
  suspended: [],
  invited: [],
  limited: [],
  domains: [],
  delivery: 'link',
  limits: { pending: 0, maxPending: 20, sentInDay: 0, maxPerDay: 20, lifetimeDays: 7 },
  ...given,
})
const keys = (text: string) => add(none, text).entries.map(keyOf)

describe('the list of addresses', () => {
  test('merges what is there already, and says so', () => {
    const list = add(
      add(none, 'a@halden.example, b@halden.example'),
      'A@HALDEN.example c@halden.example',
    )
    expect(list.entries.map(keyOf)).toEqual([
      'a@halden.example',
      'b@halden.example',
      'c@halden.example',
    ])
    expect(list.doubles).toEqual(['a@halden.example'])
  })

  test('the same fault twice is one fault, and no double', () => {
    const list = add(add(none, 'j.kowalczyk@halden,'), 'j.kowalczyk@halden,')
    expect(list.entries).toHaveLength(1)
    expect(list.doubles).toEqual([])
  })

  test('taking one out forgets that it was double', () => {
    const list = remove(add(none, 'a@halden.example a@halden.example'), 'a@halden.example')
    expect(list).toEqual(none)
  })

  test('reads a name and its address as one', () => {
    expect(keys('Lena Vogt <lena.vogt@halden.example>')).toEqual(['lena.vogt@halden.example'])
  })
})

describe('typing', () => {
  test.each([
    ['a@halden.example,', true],
    ['a@halden.example;', true],
    ['a@halden.example ', true],
    ['Lena Vogt <lena@halden.example>, ', true],
    ['Lena ', false],
    ['Lena <lena@halden.example ', false],
    ['a@halden.example', false],
    ['', false],
  ])('%j ends an address: %s', (draft, finished) => {
    expect(isFinished(draft)).toBe(finished)
  })

  test('a whole address counts before it is committed', () => {
    expect(emailIn('ole@halden.example')).toBe('ole@halden.example')
    expect(emailIn('ole.')).toBeNull()
    expect(emailIn('')).toBeNull()
  })
})

describe('what would be sent', () => {
  const list = add(
    none,
    'new@halden.example member@halden.example old@halden.example broken@halden',
  )
  const marks = marksOf(
    list.entries,
    preview({
      members: ['member@halden.example'],
      invited: [{ email: 'old@halden.example', sentAt: '', expiresAt: '' }],
    }),
  )

  test('marks each entry by what would happen to it', () => {
    expect([...marks.values()]).toEqual([null, 'member', 'invited', 'fault'])
  })

  test('counts the new and the replaced', () => {
    expect(sendable(marks, preview().limits)).toBe(2)
    expect(sendable(marks)).toBe(2)
  })

  test('a replacement needs no place among the pending, but one of the day', () => {
    expect(sendable(marks, { ...preview().limits, pending: 20 })).toBe(1)
    expect(sendable(marks, { ...preview().limits, sentInDay: 19 })).toBe(1)
    expect(sendable(marks, { ...preview().limits, sentInDay: 25 })).toBe(0)
  })

  test('an address at another domain is left out, also one that was not asked about', () => {
    const many = add(none, 'a@halden.example, b@brightwell.example')
    const verdicts = marksOf(many.entries, preview({ domains: ['halden.example'] }))
    expect(verdicts.get('a@halden.example')).toBeNull()
    expect(verdicts.get('b@brightwell.example')).toBe('outside')
    expect(sendable(verdicts, preview().limits)).toBe(1)
  })

  test('asks about as many as an address line holds', () => {
    const many = add(
      none,
      Array.from({ length: 900 }, (_, i) => `person.${i}@halden.example`).join('\n'),
    )
    const asked = askable(many.entries)
    expect(asked.length).toBeGreaterThan(100)
    const limited = [{ email: 'person.9@halden.example', reason: 'Full.' }]
    const verdicts = marksOf(many.entries, preview({ limited }))
    expect(verdicts.get('person.8@halden.example')).toBeNull()
    expect(verdicts.get('person.9@halden.example')).toBe('limited')
    expect(verdicts.get('person.899@halden.example')).toBe('limited')
    expect(marksOf(many.entries, preview()).get('person.899@halden.example')).toBeNull()
    expect(encodeURIComponent(JSON.stringify({ emails: asked })).length).toBeLessThan(7_000)
  })
})
