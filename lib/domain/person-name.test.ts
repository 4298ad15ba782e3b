import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseName, parseOrganizationName } from './person-name'

const name = (text: string) => {
  const parsed = parseName(text)
  return parsed.ok ? parsed.name : parsed.fault
}

describe('parseName', () => {
  it.each([
    ['  Lena \n Vogt ', 'Lena Vogt'],
    ['Zoe\u0308', 'Zoë'],
    ['<b>Bobby</b> & Co', '<b>Bobby</b> & Co'],
    ['Le\u200bna', 'Lena'],
    ['علی\u200cرضا', 'علی\u200cرضا'],
    ['X', 'X'],
    ['Le\u200d\u200cna \u200dVogt\u200d', 'Lena Vogt'],
    ['\u200eLe\u200fna', 'Lena'],
    ['क्\u200dष', 'क्\u200dष'],
    ['👩🏽‍🚀 Zoë 🏳️‍🌈', '👩🏽‍🚀 Zoë 🏳️‍🌈'],
    [
      'Ann 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
      'Ann 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    ],
    ['Ann\u{e0067}\u{e007f}', 'Ann'],
    ['Nguyễn שָּׁ֑', 'Nguyễn שָּׁ֑'.normalize('NFC')],
    ['я'.repeat(200), 'я'.repeat(200)],
    ['𠮷'.repeat(200), '𠮷'.repeat(200)],
  ])('takes %j', (text, expected) => expect(name(text)).toBe(expected))

  it.each([
    ['', 'Enter a name.'],
    [' \u200b\n', 'Enter a name.'],
    ['a\u0000b', "A name can't hold control characters."],
    ['a\u001b[31m', "A name can't hold control characters."],
    ['a\ud800', "A name can't hold control characters."],
    ['a\u202eb', "A name can't hold characters that change the direction of text."],
    ['a\u2066b', "A name can't hold characters that change the direction of text."],
    ['\u3164\u115f', 'Enter a name.'],
    ['🦊', 'A name needs at least one letter or digit.'],
    [`Z${'\u0323'.repeat(9)}algo`, "A name can't pile more than six marks on a letter."],
    ['...', 'A name needs at least one letter or digit.'],
    ['a'.repeat(201), 'A name has at most 200 characters. This one has 201.'],
    ['a'.repeat(1_000_000), 'A name has at most 200 characters.'],
  ])('refuses %j', (text, fault) => {
    expect(parseName(text).ok).toBe(false)
    expect(name(text)).toBe(fault)
  })

  it('allows organizations 100 characters', () => {
    expect(parseOrganizationName('a'.repeat(100)).ok).toBe(true)
    expect(parseOrganizationName('a'.repeat(101)).ok).toBe(false)
  })

  it('is idempotent and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const parsed = parseName(text)
        if (parsed.ok) expect(parseName(parsed.name)).toEqual(parsed)
        else expect(parsed.fault).toMatch(/\.$/)
      }),
      { numRuns: 2000 },
    )
  })
})
