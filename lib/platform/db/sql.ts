import 'server-only'
import { sha256 } from '../crypto/hash'

/** A statement that is always the same: PostgreSQL parses it once a connection, under a name made of its text. */
export type Statement = { text: string; name: string }
export const statement = (text: string): Statement => ({
  text,
  name: `gh_${sha256(text).slice(0, 24)}`,
})
export type Bound = { statement: Statement; values: unknown[] }

/** SQL in the transaction of the present door, without Prisma. Statements sent together make one round trip. */
export type Sql = {
  rows<Row>(sql: Statement | string, values: unknown[]): Promise<Row[]>
  /** How many rows were written. */
  run(sql: Statement | string, values: unknown[]): Promise<number>
  /** Sent now, waited for with the commit, which fails when it does. */
  last(sql: Statement | string, values: unknown[]): void
}

const handles = Symbol.for('gatehouse.sql')

/** The SQL handle of a door's `db`. */
export const sqlOf = (db: object): Sql => (db as { [handles]: Sql })[handles]

export const withSql = handles
