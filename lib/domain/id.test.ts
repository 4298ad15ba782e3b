import { describe, expect, it } from 'vitest'
import { idPrefixes, isId, newId } from './id'
import { base36, base62, randomText } from './random'

describe('ids', () => {
  it.each(idPrefixes)('%s ids have their prefix and 26 random characters', (prefix) => {
    const id = newId(prefix)
    expect(id).toMatch(new RegExp(`^${prefix}_[0-9a-z]{26}$`))
    expect(isId(prefix, id)).toBe(true)
  })

  it('recognises only its own kind and shape', () => {
    const id = newId('org')
    for (const other of ['orginv', 'per'] as const) expect(isId(other, id)).toBe(false)
    for (const bad of [id.slice(1), `${id}a`, id.toUpperCase(), `${id}\n`, '', null, 7, {}]) {
      expect(isId('org', bad)).toBe(false)
    }
  })

  it('does not repeat', () => {
    expect(new Set(Array.from({ length: 5000 }, () => newId('evt'))).size).toBe(5000)
  })

  it.each([base36, base62])('draws every character of %s equally often', (alphabet) => {
    const drawn = 200_000
    const counts = new Map<string, number>()
    for (const character of randomText(alphabet, drawn)) {
      counts.set(character, (counts.get(character) ?? 0) + 1)
    }
    const expected = drawn / alphabet.length
    const deviation = Array.from(
      alphabet,
      (character) => ((counts.get(character) ?? 0) - expected) ** 2 / expected,
    ).reduce((sum, part) => sum + part, 0)
    // Chi-squared: the mean is one per character; a bias of byte % 62 would be in the thousands.
    expect(deviation).toBeLessThan(alphabet.length + 8 * Math.sqrt(2 * alphabet.length))
  })
})
