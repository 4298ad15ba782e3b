// @ts-check
import { randomBytes } from 'node:crypto'
import { deriveKey } from '../../listener/secret.js'

const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz'
const random = (/** @type {number} */ length) =>
  Array.from(randomBytes(length), (byte) => alphabet[byte % alphabet.length]).join('')

/** @typedef {{ organization_id: string, id: string, person_id: string }} Owner */

/** The cookie of a console session of this member. @param {import('./database.js').Sql} sql @param {Owner} owner @param {string} authSecret */
export async function giveSession(sql, owner, authSecret) {
  const { encode } = await import('next-auth/jwt')
  const session = `ses_${random(26)}`
  await sql.query(
    `INSERT INTO session (organization_id, id, person_id, membership_id, expires_at) VALUES ($1, $2, $3, $4, now() + interval '1 day')`,
    [owner.organization_id, session, owner.person_id, owner.id],
  )
  const secret = deriveKey(authSecret, 'next-auth').toString('base64url')
  return { name: 'gatehouse.session', value: await encode({ token: { sid: session }, secret }) }
}
