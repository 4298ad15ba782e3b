import 'server-only'
import { sha256 } from '../crypto/hash'

/** A statement that is always the same: PostgreSQL parses it once a connection, under a name made of its text. */
export type Statement = { text: string; name: string }
export const statement = (text: string): Statement => ({
  text,
  name: `gh_${sha256(text).slice(0, 24)}`,
})
export type Bound = { statement: Statement; values: unknown[] }

/** `command` is the word that PostgreSQL says it did. */
export type Answer = { rows: unknown[]; written: number; command: string }
