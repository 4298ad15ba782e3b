import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { apiKeyKinds, apiKeyPattern, mintApiKey, parseApiKey } from './api-key'
import { base62 } from './random'

describe('API keys', () => {
  it.each(apiKeyKinds)('a %s key reads back into its parts', (kind) => {
    const { key, ...parts } = mintApiKey(kind)
    expect(key).toMatch(new RegExp(`^agh_${kind}_[0-9A-Za-z]{50}$`))
    expect(parseApiKey(key)).toEqual(parts)
    expect(key.endsWith(parts.lastSix)).toBe(true)
    expect(key).toContain(parts.publicId + parts.secret)
  })

  it('refuses every change of one character, at every place', () => {
    const { key } = mintApiKey('pat')
    const alphabet = `${base62}_- é`
    for (let at = 0; at < key.length; at++) {
      for (const other of alphabet) {
        if (other === key[at]) continue
        const changed = key.slice(0, at) + other + key.slice(at + 1)
        expect(parseApiKey(changed), changed).toBeNull()
      }
    }
  })

  it('refuses every dropped, doubled and swapped character, and anything around it', () => {
    const { key } = mintApiKey('sa')
    for (let at = 0; at < key.length; at++) {
      expect(parseApiKey(key.slice(0, at) + key.slice(at + 1))).toBeNull()
      expect(parseApiKey(key.slice(0, at) + key[at] + key.slice(at))).toBeNull()
      const swapped = key.slice(0, at) + key[at + 1] + key[at] + key.slice(at + 2)
      if (at + 1 < key.length && swapped !== key) expect(parseApiKey(swapped)).toBeNull()
    }
    for (const text of [` ${key}`, `${key}\n`, '', 'agh_pat_', key.replace('_sa_', '_pat_')]) {
      expect(parseApiKey(text)).toBeNull()
    }
  })

  it('keeps its checksum for ever: a published example stays valid', () => {
    // Computed with Python's zlib: CRC32 0x80d2db4d in base62.
    const body = 'agh_pat_0123456789ABabcdefghijklmnopqrstuvwxyzABCDEF'
    expect(parseApiKey(`${body}2MGbTJ`)?.lastSix).toBe('2MGbTJ')
  })

  it('is found by scanners inside other text, and only whole', () => {
    const { key } = mintApiKey('scim')
    expect(apiKeyPattern.exec(`export KEY="${key}" # ours`)?.[0]).toBe(key)
    expect(apiKeyPattern.test(`x${key}`)).toBe(false)
    expect(apiKeyPattern.test(key.slice(0, -1))).toBe(false)
    expect(readFileSync('docs/api.md', 'utf8')).toContain(`\n${apiKeyPattern.source}\n`)
  })
})
