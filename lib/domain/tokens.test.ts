import { describe, expect, it } from 'vitest'
import { hashToken, isToken, mintToken, type TokenKind, tokenPrefixes } from './tokens'

const kinds = Object.keys(tokenPrefixes) as TokenKind[]

describe('tokens', () => {
  it.each(kinds)('%s tokens carry their prefix and 43 characters', (kind) => {
    const token = mintToken(kind)
    expect(token).toMatch(new RegExp(`^${tokenPrefixes[kind]}[0-9A-Za-z]{43}$`))
    expect(kinds.filter((other) => isToken(other, token))).toEqual([kind])
  })

  it('refuses other shapes', () => {
    const token = mintToken('invitation')
    for (const bad of [token.slice(0, -1), `${token}a`, `${token}\n`, '', null, undefined, 3, []]) {
      expect(isToken('invitation', bad)).toBe(false)
    }
  })

  it('holds at least 256 bits', () => expect(43 * Math.log2(62)).toBeGreaterThanOrEqual(256))

  it('hashes with SHA-256 (FIPS 180-4 example)', async () => {
    expect(await hashToken('abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
  })
})
