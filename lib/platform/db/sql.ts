import 'server-only'
import type { Opening } from './opening'
import type { Answer, Bound, Statement } from './statement'

export { type Bound, type Statement, statement } from './statement'

/** SQL in the transaction of the present door, without Prisma. Statements sent together make one round trip. */
export type Sql = {
  rows<Row>(sql: Statement | string, values: unknown[]): Promise<Row[]>
  /** How many rows were written. */
  run(sql: Statement | string, values: unknown[]): Promise<number>
  /** Sent now, waited for with the commit, which fails when it does. */
  last(sql: Statement | string, values: unknown[]): void
}

/** What a read sends along with the opening of its door, and whether that is all it will ask. */
export type ReadAhead = { read: Promise<unknown>; all: boolean }
export type Ahead = (sql: Sql) => ReadAhead

/** A transaction as an engine is asked for it. */
export type Transacting<T> = {
  opening: Opening
  /** Sent with the beginning: the first of them opens the door (opening.ts). */
  first: Bound[]
  ahead?: Ahead
  /** May share the flight of others at the same door (together.ts). */
  together?: boolean
  run(sql: Sql, answers: unknown[][]): Promise<T>
}

const handles = Symbol.for('gatehouse.sql')

/** The SQL handle of a door's `db`. */
export const sqlOf = (db: object): Sql => (db as { [handles]: Sql })[handles]

/** A `db` that is a handle and nothing more. */
export const asDb = (sql: Sql) => ({ [handles]: sql })

type Send = (sql: Statement | string, values: unknown[]) => Promise<Answer>

/** The statements of one transaction; after its end there are none. */
export class Statements implements Sql {
  readonly #send: Send
  readonly #known = new Map<string, Promise<unknown[]>>()
  #ahead = false
  #over = false
  /** Failures are said by the commit. */
  readonly waiting: Promise<unknown>[] = []

  constructor(send: Send) {
    this.#send = send
  }

  async rows<Row>(sql: Statement | string, values: unknown[]): Promise<Row[]> {
    const name = this.#ahead || this.#known.size > 0 ? nameOf(sql, values) : ''
    const known = this.#known.get(name)
    if (known && this.#known.delete(name)) return known as Promise<Row[]>
    const rows = this.#ask(sql, values).then((answer) => answer.rows)
    if (this.#ahead) this.#known.set(name, rows)
    return rows as Promise<Row[]>
  }

  async run(sql: Statement | string, values: unknown[]): Promise<number> {
    return (await this.#ask(sql, values)).written
  }

  last(sql: Statement | string, values: unknown[]): void {
    const sent = this.#ask(sql, values)
    sent.catch(() => {})
    this.waiting.push(sent)
  }

  /** Sends what a read asks for before it is decided whether it may: the answers wait until it asks again. */
  lookAhead(ahead: Ahead): boolean {
    this.#ahead = true
    try {
      const { read, all } = ahead(this)
      read.catch(() => {}) // said to whoever asks again
      return all
    } catch {
      return false // the read meets the same fault, when its turn comes
    } finally {
      this.#ahead = false
    }
  }

  /** What a failure came from: after the first one every further statement fails too, in other words. */
  async causeOf(error: unknown): Promise<unknown> {
    const ends = await Promise.allSettled(this.waiting)
    return ends.find((end) => end.status === 'rejected')?.reason ?? error
  }

  /** Nothing may reach the connection any more: outside its transaction it is confined by nobody. */
  end(): void {
    this.#over = true
  }

  #ask(sql: Statement | string, values: unknown[]): Promise<Answer> {
    if (this.#over) return Promise.reject(new Error('This transaction is over.'))
    return this.#send(sql, values)
  }
}

const nameOf = (sql: Statement | string, values: unknown[]) =>
  `${typeof sql === 'string' ? sql : sql.name} ${JSON.stringify(values)}`
