import { afterAll, expect } from 'vitest'
import { tokenPrefixes } from '@/lib/domain/tokens'
import { engine } from '@/lib/platform/db/engine'

/** Tokens of links, API keys, hashes of either, hashes of passwords: as PostgreSQL and JavaScript both read it. */
const token = `(${Object.values(tokenPrefixes).join('|')})[0-9A-Za-z]{20}`
const secretPattern = `${token}|agh_(pat|sa|scim)_[0-9A-Za-z]{20}|[0-9a-f]{64}|[$]argon2|https?://`

// After every file: whatever its commands did, no event of it may hold a secret.
afterAll(async () => {
  if (!globalThis.gatehouseOnce?.has('testing.database')) return
  const { raw } = await engine()
  const text = "concat_ws(' ', actor::text, subject::text, before::text, after::text)"
  const found = await raw.query<{ event: string; text: string }>(
    `SELECT event, ${text} AS text FROM audit_event WHERE ${text} ~ '${secretPattern}' LIMIT 3`,
  )
  expect(found, 'an event holds a secret').toEqual([])
})
