import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressBounds, parseAddresses } from './addresses'

describe('parseAddresses, whatever comes', () => {
  it('stops at its bounds and says so', () => {
    const list = Array.from({ length: 1001 }, (_, at) => `p${at}@x.example`).join(' ')
    const { entries } = parseAddresses(list)
    expect(entries).toHaveLength(addressBounds.entries + 1)
    expect(entries.at(-1)).toEqual({ raw: '…', fault: 'Only the first 1,000 entries were read.' })
    const padded = `${'a@x.example '.repeat(20_000)}`
    expect(parseAddresses(padded)).toEqual({
      entries: [
        { raw: 'a@x.example', email: 'a@x.example' },
        { raw: '…', fault: 'Only the first 100,000 characters were read.' },
      ],
      doubles: ['a@x.example'],
    })
  })

  it('never cuts one address into another', () => {
    const text = `${' '.repeat(addressBounds.characters - 8)}ole@x.example.com`
    expect(parseAddresses(text).entries).toEqual([
      { raw: '…', fault: 'Only the first 100,000 characters were read.' },
    ])
  })

  it.each([
    '<',
    '>',
    '"',
    '(',
    ')',
    '@',
    '.',
    ',',
    ' ',
    '<"',
    '(@',
    '"@,',
    '<,',
    '."',
    "a'",
    '\\"',
    'a@b.c ',
    'x,\n',
    '\t',
    'a ',
    '<a@b.c>',
    '((((a',
    '....x ',
  ])('answers ten megabytes of %j at once', (unit) => {
    // What took longer than a line would not end before the suite's own patience does.
    parseAddresses(unit.repeat(Math.ceil(10_000_000 / unit.length)))
    parseAddresses(unit.repeat(Math.floor(addressBounds.characters / unit.length)))
    parseAddresses(`${unit.repeat(Math.floor(90_000 / unit.length))}>)"`)
  })

  it('never throws, keeps addresses apart, and finds nothing that was not there', () => {
    const piece = fc.constantFrom(
      'a@x.example',
      'B@X.example',
      'Ole',
      '<',
      '>',
      '"',
      '(',
      ')',
      ',',
      ';',
      ' ',
      '\n',
      '\t',
      'mailto:',
      '%',
      '@',
      '例',
      "'",
      '\\',
      '\ud800',
    )
    const built = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(fc.oneof(built, fc.string({ unit: 'binary' })), (text) => {
        const { entries, doubles } = parseAddresses(text)
        const emails = entries.flatMap((entry) => ('email' in entry ? entry.email : []))
        expect(new Set(emails).size).toBe(emails.length)
        for (const double of doubles) expect(emails).toContain(double)
        for (const entry of entries) if ('fault' in entry) expect(entry.fault).toMatch(/\.$/)
        for (const found of emails) {
          expect(text.normalize('NFKC').toLowerCase()).toContain(found.split('@')[0])
        }
      }),
      { numRuns: 3000 },
    )
  })

  it('reads back any list it could have been given, in order', () => {
    const person = fc.record({
      local: fc.stringMatching(/^[a-z]{1,8}$/),
      first: fc.stringMatching(/^[A-Z][a-z]{1,6}$/),
      last: fc.stringMatching(/^[A-Z][a-z]{1,6}$/),
    })
    const written = fc.constantFrom(
      (p: { local: string }) => `${p.local}@x.example`,
      (p: { local: string }) => `<${p.local.toUpperCase()}@X.example>`,
      (p: { local: string; first: string; last: string }) =>
        `${p.first} ${p.last} <${p.local}@x.example>`,
      (p: { local: string; first: string; last: string }) =>
        `"${p.last}, ${p.first}" <${p.local}@x.example>`,
      (p: { local: string }) => `mailto:${p.local}@x.example`,
    )
    fc.assert(
      fc.property(
        fc.uniqueArray(person, { selector: ({ local }) => local, maxLength: 12 }),
        fc.array(written, { minLength: 12, maxLength: 12 }),
        fc.constantFrom(', ', ';', '\n', ' ', ',\n', '\t', '; '),
        (people, styles, separator) => {
          const text = people.map((who, at) => styles[at]?.(who) ?? '').join(separator)
          const { entries } = parseAddresses(text)
          expect(entries.map((entry) => 'email' in entry && entry.email)).toEqual(
            people.map(({ local }) => `${local}@x.example`),
          )
        },
      ),
      { numRuns: 2000 },
    )
  })
})
