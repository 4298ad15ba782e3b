// @ts-check
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { write } from '../../listener/setup/paths.js'

const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const MANY = 100_000
const AT_ONCE = 10_000

/** As lib/domain/api-key.ts makes one, which a test holds it to. */
export function mintKey() {
  const letters = Array.from(randomBytes(44), (byte) => base62[byte % 62]).join('')
  const body = `agh_pat_${letters}`
  let rest = crc32(body)
  let digits = ''
  for (let place = 0; place < 6; place++) {
    digits = base62[rest % 62] + digits
    rest = Math.floor(rest / 62)
  }
  return body + digits
}

/**
 * 100,000 live keys of one member, made once; the keys themselves, which only a bench may keep.
 * @param {import('./database.js').Sql} sql @param {string} dataDir @param {{ organization: string, member: string }} of
 * @returns {Promise<string[]>}
 */
export async function manyKeys(sql, dataDir, { organization, member }) {
  const kept = `${dataDir}/bench-keys.json`
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8'))
  const keys = Array.from({ length: MANY }, mintKey)
  for (let from = 0; from < MANY; from += AT_ONCE) {
    const some = keys.slice(from, from + AT_ONCE)
    await sql.query(
      `INSERT INTO api_key (organization_id, id, membership_id, name, public_id, secret_hash, last_six, expires_at)
       SELECT $1, 'key_bench' || ($3::int + n), $2, 'bench ' || n, made.public_id, made.hash, right(made.public_id, 6), now() + interval '1 year'
       FROM unnest($4::text[], $5::text[]) WITH ORDINALITY AS made (public_id, hash, n)`,
      [
        organization,
        member,
        from,
        some.map((key) => key.slice(8, 20)),
        some.map((key) => createHash('sha256').update(key).digest('hex')),
      ],
    )
  }
  write(kept, JSON.stringify(keys))
  return keys
}
