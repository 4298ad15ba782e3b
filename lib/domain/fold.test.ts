import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, nameSortKey, searchable, searchPattern, sortKey } from './fold'

describe('fold', () => {
  it.each([
    ['  Ingrid   Solheim-Bjørnstad ', 'ingrid solheim-bjornstad'],
    ['Siobhán O’Donnell-Ní Bhriain', "siobhan o'donnell-ni bhriain"],
    ['Łódź Straße STRAẞE', 'lodz strasse strasse'],
    ['Æsir Œuvre Þór Đặng', 'aesir oeuvre thor dang'],
    ['İstanbul ISPARTA ısparta', 'istanbul isparta isparta'],
    ['Λεωνίδας Παπαδόπουλος', 'λεωνιδασ παπαδοπουλοσ'],
    ['Йосип Ґалаґан', 'иосип галаган'],
    ['مُحَمَّد', 'محمد'],
    ['ﬁ ½ Ⅳ Ａ', 'fi 1⁄2 iv a'],
    ['a\tb\u00a0\u3000c\u0000d', 'a b c d'],
    ['zero\u200bwidth\ud800', 'zerowidth'],
    ['राम', 'राम'],
  ])('%j becomes %j', (text, expected) => expect(fold(text)).toBe(expected))

  it('keeps what differs in meaning apart', () => {
    expect(fold('かき')).not.toBe(fold('がき'))
    expect(fold('राम')).not.toBe(fold('रमा'))
  })

  it('finds a Korean name while its last syllable is still being typed', () => {
    expect(fold('김민준').startsWith(fold('기'))).toBe(true)
  })

  it('is idempotent and blind to normal form and case', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = fold(text)
        expect(fold(once)).toBe(once)
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')))
        expect(once).not.toMatch(/^ | $| {2}|[\p{Cc}\p{Cs}]/u)
      }),
      { numRuns: 3000 },
    )
  })
})

describe('keys', () => {
  it('bounds them, keeps them unique, and never splits a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (name) => {
        const id = 'ide_aaaaaaaaaaaaaaaaaaaaaaaaaa'
        expect(sortKey(name, id).length).toBeLessThanOrEqual(200)
        expect(nameSortKey(name).length).toBeLessThanOrEqual(200)
        expect(sortKey(name, id).endsWith(`\u0001${id}`)).toBe(true)
        expect(sortKey(name, id)).not.toMatch(/\p{Cs}/u)
      }),
    )
    expect(nameSortKey('𠮷'.repeat(101))).toBe('𠮷'.repeat(100))
    expect(nameSortKey(`a${'𠮷'.repeat(101)}`)).toBe(`a${'𠮷'.repeat(99)}`)
  })

  it('sorts a name before the same name with more', () => {
    expect(sortKey('Anna', 'ide_z') < sortKey('Anna B', 'ide_a')).toBe(true)
    expect(sortKey('Öst', 'ide_1') < sortKey('Paul', 'ide_0')).toBe(true)
  })

  it('searches name and email', () => {
    expect(searchable('Zoë van der Berg', 'Zoe@x.example')).toBe('zoe van der berg zoe@x.example')
  })
})

describe('searchPattern', () => {
  it.each(['', '  ', '\u200b', '\u0301'])('%j asks for nothing', (query) =>
    expect(searchPattern(query)).toEqual({ kind: 'none' }),
  )

  it('answers one and two characters by prefix', () => {
    expect(searchPattern(' Ø ')).toMatchObject({ kind: 'prefix', prefix: 'o', pattern: 'o%' })
    expect(searchPattern('a_')).toMatchObject({ prefix: 'a_', pattern: 'a\\_%' })
    const range = searchPattern('li')
    if (range.kind !== 'prefix') throw new Error('not a prefix')
    expect('li' >= range.prefix && 'lizzy' < range.before && 'lj' > range.before).toBe(true)
  })

  it('escapes wildcards', () => {
    expect(searchPattern('50%_\\x')).toEqual({ kind: 'contains', pattern: '%50\\%\\_\\\\x%' })
  })

  it('bounds the query', () => {
    const found = searchPattern('a'.repeat(1_000_000))
    expect(found.kind === 'contains' && found.pattern.length).toBe(202)
  })
})
