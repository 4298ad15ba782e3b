import 'server-only'
import { sqlOf, statement } from './sql'

export type LiveToken = {
  id: string
  user_id: string
  scope: string
  act: { iss: string; sub: string } | null
  created_at: Date
  expires_at: Date
}

const LIVE = statement(
  `SELECT id, user_id, scope, act, created_at, expires_at FROM live_token(current_setting('app.organization_id'), $1, $2)`,
)

/** A token of this organization that counts now; by the same statement that lets one in. */
export async function liveToken(db: object, tokenId: string, hash: string) {
  const [row] = await sqlOf(db).rows<LiveToken>(LIVE, [tokenId, hash])
  return row ?? null
}
