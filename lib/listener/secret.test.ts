import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { actionsKey, deriveKey, fingerprint, loadEnv } from './secret.js'

const directory = mkdtempSync(join(tmpdir(), 'gatehouse-secret-'))
afterAll(() => rmSync(directory, { recursive: true }))
const secretOf = (source: Record<string, string>) => {
  const loaded = loadEnv(source)
  return loaded.ok ? loaded.env.AUTH_SECRET : loaded.faults
}

describe('the secret', () => {
  it('is made once, for its owner only', () => {
    const DATA_DIR = join(directory, 'first')
    const made = secretOf({ DATA_DIR })
    expect(made).toMatch(/^[\w-]{43}$/)
    expect(secretOf({ DATA_DIR })).toBe(made)
    expect(statSync(join(DATA_DIR, 'auth-secret')).mode & 0o777).toBe(0o600)
    expect(readFileSync(join(DATA_DIR, 'auth-secret'), 'utf8')).toBe(`${made}\n`)
  })

  it('is the one that was set, and then no file is written', () => {
    const given = 'x'.repeat(32)
    expect(secretOf({ AUTH_SECRET: given, DATA_DIR: join(directory, 'none') })).toBe(given)
    expect(() => statSync(join(directory, 'none'))).toThrow()
  })

  it('does not go on with a broken file', () => {
    const DATA_DIR = join(directory, 'first')
    chmodSync(join(DATA_DIR, 'auth-secret'), 0o600)
    writeFileSync(join(DATA_DIR, 'auth-secret'), 'short')
    expect(secretOf({ DATA_DIR })).toEqual([expect.objectContaining({ name: 'DATA_DIR' })])
  })

  it('gives each purpose a key of its own', () => {
    const secret = 's'.repeat(40)
    expect(deriveKey(secret, 'a')).toHaveLength(32)
    expect(deriveKey(secret, 'a').equals(deriveKey(secret, 'b'))).toBe(false)
    expect(Buffer.from(actionsKey(secret), 'base64')).toHaveLength(32)
    expect(fingerprint(secret)).not.toBe(fingerprint(`${secret}.`))
  })
})
