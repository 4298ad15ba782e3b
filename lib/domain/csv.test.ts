import fc from 'fast-check'
import { parse } from 'papaparse'
import { describe, expect, test } from 'vitest'
import { byteOrderMark, csvLine, neutral, original } from './csv'

/** Texts that begin as formulas do, more often than chance would have it. */
const cell = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .tuple(
      fc.string({ unit: fc.constantFrom(...' \t\r\n"\'’=+-@＝－\u200b;,') }),
      fc.string({ unit: 'grapheme' }),
    )
    .map((parts) => parts.join('')),
)

describe('cells that a spreadsheet would compute', () => {
  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\rx',
    '  =1',
    '"=1',
    "'=1",
    '" \'+1',
    '\u00a0=1',
    '\u200b=1',
    '＝1',
    ' ＋1',
    '－1',
    '＠x',
    '-lena@halden.example',
  ])('%j gets an apostrophe', (text) => {
    expect(neutral(text)).toBe(`'${text}`)
    expect(original(neutral(text))).toBe(text)
  })

  test.each(['', 'Lena', "O'Brien", "'quoted'", 'a=b', '1-2', 'lena+x@halden.example', 'ʻOkina'])(
    '%j stays as it is',
    (text) => {
      expect(neutral(text)).toBe(text)
      expect(original(text)).toBe(text)
    },
  )

  test('no cell that leaves is a formula', () => {
    fc.assert(
      fc.property(cell, (text) => {
        expect(neutral(text)).not.toMatch(/^[\s"]*[=+\-@＝＋－＠\t\r]/)
      }),
    )
  })
})

test('what was written is read again, letter for letter', () => {
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 })
  fc.assert(
    fc.property(table, (rows) => {
      const text = byteOrderMark + rows.map(csvLine).join('')
      const { data, errors } = parse<string[]>(text, { delimiter: ',', newline: '\r\n' })
      expect(errors).toEqual([])
      const read = data.slice(0, -1).map((cells) => cells.map(original))
      expect(read).toEqual(rows)
    }),
    { numRuns: 500 },
  )
})
