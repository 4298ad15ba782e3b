import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { initials, initialsHue, parseName, parseOrganizationName } from './person-name'

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
        expect(initials(text).length).toBeGreaterThan(0)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('initials', () => {
  it.each([
    ['Ingrid Solheim-Bjørnstad', 'IS'],
    ['渡辺 さくら', '渡'],
    ['محمد الحسيني', 'م'],
    ['김민준', '김'],
    ['Nguyễn Thị Minh Khai', 'NK'],
    ['Λεωνίδας Παπαδόπουλος', 'ΛΠ'],
    ['Олександра Коваленко', 'ОК'],
    ['Ana-Lúcia Gonçalves Pereira', 'AP'],
    ['zoë van der berg', 'ZB'],
    ['Siobhán O’Donnell-Ní Bhriain', 'SB'],
    ['Tom', 'T'],
    ['“Quoted” (Nick) 2nd', 'Q'],
    ['ßen', 'S'],
    ['', '?'],
  ])('%s is %s', (text, expected) => expect(initials(text)).toBe(expected))

  it('gives an id one of six hues, for ever, and uses them all', () => {
    expect(initialsHue('ide_x')).toBe(initialsHue('ide_x'))
    const hues = new Set(Array.from({ length: 200 }, (_, at) => initialsHue(`ide_${at}`)))
    expect([...hues].sort((a, b) => a - b)).toEqual([30, 85, 150, 200, 265, 330])
  })
})
