import 'server-only'
import { engine } from './engine'

export type SessionHolder = {
  organization_id: string
  session_id: string
  membership_id: string
  person_id: string
  last_active_at: Date
  authenticated_at: Date
  method: string | null
  /** The second factor that this session was begun or confirmed with. */
  factor: string | null
  /** Whether the person has one at all. */
  second_factor: boolean
  /** From when on the organization demands one; null: it does not. */
  factor_due_at: Date | null
  /** What the person accepted: "terms 3", "privacy 1". */
  accepted: string[]
}

/** Who a live session belongs to; one statement. Null: unknown, ended, idle for too long, or its member was removed or suspended. */
export async function findSessionHolder(id: string): Promise<SessionHolder | null> {
  const { raw } = await engine()
  const rows = await raw.query<SessionHolder>('SELECT * FROM authenticate_session($1)', [id])
  return rows[0] ?? null
}

/** Whose sign-in under way a browser's cookie belongs to, so that tries are counted for the person. */
export async function findPersonOfAttempt(cookieHash: string): Promise<string | undefined> {
  const { raw } = await engine()
  const rows = await raw.query<{ person_id: string | null }>(
    'SELECT person_id FROM sign_in_attempt WHERE cookie_hash = $1 AND redeemed_at IS NULL AND expires_at > now()',
    [cookieHash],
  )
  return rows[0]?.person_id ?? undefined
}

/** Whether any organization exists: before the first one, the set-up link works. */
export async function isSetUp(): Promise<boolean> {
  const { raw } = await engine()
  return (await raw.query('SELECT 1 FROM organization LIMIT 1')).length > 0
}
