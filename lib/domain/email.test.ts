import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseEmail, shown } from './email'
import { parseHostName } from './host-name'

const email = (text: string) => {
  const parsed = parseEmail(text)
  return parsed.ok ? parsed.email : parsed.fault
}

describe('parseEmail', () => {
  it.each([
    ['  Lena.Vogt@Brightwell-Consulting.EXAMPLE ', 'lena.vogt@brightwell-consulting.example'],
    ["o'donnell+tag@x.example", "o'donnell+tag@x.example"],
    ['花子.山田@例え.example', '花子.山田@例え.example'],
    ['花子.山田@xn--r8jz45g.EXAMPLE', '花子.山田@例え.example'],
    ['花子.山田@例え。example', '花子.山田@例え.example'],
    ['info@BÜCHER.example', 'info@bücher.example'],
    ['info@bu\u0308cher.example', 'info@bücher.example'],
    ['ИРИНА@почта.example', 'ирина@почта.example'],
    ['Z\u006f\u0308e@x.example', 'zöe@x.example'],
    ['a@b.c', 'a@b.c'],
    ['x@ｅxample.com', 'x@example.com'],
    // Cyrillic а beside Latin letters keeps its telling form.
    ['x@\u0430pple.example', 'x@xn--pple-43d.example'],
  ])('takes %s', (text, expected) => expect(email(text)).toBe(expected))

  it('says what a missing ending is, in the words of the picture', () => {
    expect(email('j.kowalczyk@halden')).toBe(
      'j.kowalczyk@halden is not a complete address. It has no ending such as .example.',
    )
  })

  it.each([
    ['', /^Enter an email address\.$/],
    ['   ', /^Enter an email address\.$/],
    ['lena', /^lena is not a complete address\. It has no @\.$/],
    ['a@b@c.example', /more than one @/],
    ['@x.example', /before the @/],
    ['lena@', /after the @/],
    ['le na@x.example', /space/],
    ['lena@x .example', /space/],
    ['"lena"@x.example', /can't hold "\./],
    ['lena(home)@x.example', /can't hold \(/],
    ['a\u0000b@x.example', /can't be seen/],
    ['a\u202eb@x.example', /can't be seen/],
    ['a\u200bb@x.example', /can't be seen/],
    ['a\r\nBcc:x@x.example', /space/],
    ['👍@x.example', /can't hold 👍/],
    ['x@👍.example', /can't hold 👍/],
    ['x@xn--yp8h.example', /can't hold|can exist/],
    ['x@a_b.example', /can't hold _/],
    ['x@[127.0.0.1]', /can't hold \[/],
    ['x@127.0.0.1', /no ending/],
    ['x@1.2.3', /no ending/],
    ['x@0x7f.0x1', /can exist/],
    ['.lena@x.example', /dot/],
    ['lena.@x.example', /dot/],
    ['le..na@x.example', /dot/],
    ['lena@x..example', /dot/],
    ['lena@.x.example', /dot/],
    ['lena@x.example.', /dot/],
    ['lena@-x.example', /can exist/],
    ['lena@x-.example', /can exist/],
    ['x@xn--a.example', /can exist/],
    [`${'a'.repeat(65)}@x.example`, /64/],
    [`${'я'.repeat(33)}@x.example`, /64/],
    [`a@${'b'.repeat(64)}.example`, /can exist/],
    [
      `${'a'.repeat(60)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(63)}.${'e'.repeat(9)}`,
      /254/,
    ],
    ['x'.repeat(1_000_000), /254/],
  ])('refuses %j', (text, fault) => {
    const parsed = parseEmail(text)
    expect(parsed.ok).toBe(false)
    expect(email(text)).toMatch(fault)
  })

  it('takes the longest that is allowed', () => {
    const local = 'a'.repeat(64)
    const domain = `${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(61)}`
    expect(email(`${local}@${domain}`)).toBe(`${local}@${domain}`)
    expect(email(`${local}@${domain}e`)).toMatch(/254/)
  })

  it('starts every fault with the text and ends it as a sentence, whatever comes in', () => {
    const nearly = fc.string({ unit: fc.constantFrom(...'aÄя@..-_ "\u0000\u202e例👍\ud800') })
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), nearly), (text) => {
        const parsed = parseEmail(text)
        if (parsed.ok) {
          expect(parseEmail(parsed.email)).toEqual(parsed)
          expect(new TextEncoder().encode(parsed.email).length).toBeLessThanOrEqual(254)
          expect(parsed.email).toMatch(/^[^@\s\p{C}]+@[^@\s\p{C}]+\.[^@\s\p{C}]+$/u)
        } else {
          expect(parsed.fault).toMatch(/\.$/)
          expect(parsed.fault).not.toMatch(/[\p{Cc}\u202a-\u202e]/u)
          if (text.trim()) expect(parsed.fault.startsWith(shown(text.trim()))).toBe(true)
        }
      }),
      { numRuns: 3000 },
    )
  })

  it('knows one address in every spelling', () => {
    const label = fc.string({
      unit: fc.constantFrom(...'abzüßøя例え가'),
      minLength: 1,
      maxLength: 8,
    })
    fc.assert(
      fc.property(label, label, (local, domain) => {
        const written = `${local}@${domain}.example`
        const ascii = parseHostName(`${domain}.example`)?.ascii
        const stored = email(written)
        expect(stored).toContain('@')
        expect(email(`${local}@${ascii}`)).toBe(stored)
        expect(email(written.normalize('NFD'))).toBe(stored)
        if (/^[a-z]+$/.test(local + domain)) expect(email(written.toUpperCase())).toBe(stored)
      }),
      { numRuns: 1000 },
    )
  })
})
