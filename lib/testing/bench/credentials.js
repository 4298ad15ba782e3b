// @ts-check
import { createHash, randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { deriveKey } from '../../listener/secret.js'

const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
/** @param {string} alphabet @param {number} length */
const random = (alphabet, length) =>
  Array.from(randomBytes(length), (byte) => alphabet[byte % alphabet.length]).join('')
/** @param {string} prefix */
const id = (prefix) => `${prefix}_${random('0123456789abcdefghijklmnopqrstuvwxyz', 26)}`

/** @typedef {{ organization_id: string, id: string, person_id: string }} Owner */

/** A key of this member, written past the program. @param {import('./database.js').Sql} sql @param {Owner} owner */
export async function giveKey(sql, owner) {
  const [publicId, secret] = [random(base62, 12), random(base62, 32)]
  const body = `agh_pat_${publicId}${secret}`
  const lastSix = checksum(body)
  const key = body + lastSix
  await sql.query(
    `INSERT INTO api_key (organization_id, id, membership_id, name, public_id, secret_hash, last_six, expires_at)
     VALUES ($1, $2, $3, 'bench', $4, $5, $6, now() + interval '1 day')`,
    [
      owner.organization_id,
      id('key'),
      owner.id,
      publicId,
      createHash('sha256').update(key).digest('hex'),
      lastSix,
    ],
  )
  return key
}

/** The cookie of a console session of this member. @param {import('./database.js').Sql} sql @param {Owner} owner @param {string} authSecret */
export async function giveSession(sql, owner, authSecret) {
  const { encode } = await import('next-auth/jwt')
  const session = id('ses')
  await sql.query(
    `INSERT INTO session (organization_id, id, person_id, membership_id, expires_at) VALUES ($1, $2, $3, $4, now() + interval '1 day')`,
    [owner.organization_id, session, owner.person_id, owner.id],
  )
  const secret = deriveKey(authSecret, 'next-auth').toString('base64url')
  return { name: 'gatehouse.session', value: await encode({ token: { sid: session }, secret }) }
}

/** CRC32 in six base62 digits, as lib/domain/api-key.ts makes it. @param {string} text */
function checksum(text) {
  let rest = crc32(text)
  let digits = ''
  for (let place = 0; place < 6; place++) {
    digits = base62[rest % 62] + digits
    rest = Math.floor(rest / 62)
  }
  return digits
}
