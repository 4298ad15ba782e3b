import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodePunycode } from './punycode'

// RFC 3492 §7.1 and everyday ones.
it.each([
  ['bcher-kva', 'bücher'],
  ['r8jz45g', '例え'],
  ['ihqwcrb4cv8a8dqg056pqjye', '他们为什么不说中文'],
  ['egbpdaj6bu4bxfgehfvwxn', 'ليهمابتكلموشعربي؟'],
  ['b1abfaaepdrnnbgefbadotcwatmq2g4l', 'почемужеонинеговорятпорусски'],
  ['3B-ww4c5e180e575a65lsy2b', '3年B組金八先生'],
])('decodes %s', (label, text) => {
  expect(decodePunycode(label)).toBe(text)
})

it('never throws', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9-]{0,70}$/), (label) => {
      const text = decodePunycode(label)
      expect(text === null || typeof text === 'string').toBe(true)
    }),
    { numRuns: 2000 },
  )
})
