import 'server-only'
import { serialize } from 'pg-protocol'
import { asText, type Columns, columnsOf, type Field, rowOf } from './row-text'
import type { Answer, Statement } from './statement'

/**
 * The names that a connection was told and how their rows look: `sent`, before the answer; `doubt`, when a failure
 * came before it.
 */
export type Told = Map<string, Columns | 'sent' | 'doubt'>

// The connection knows a statement no more: then it knows none (DISCARD, DEALLOCATE ALL).
const FORGOTTEN = '26000'

type Step = {
  name: string
  text: string
  values: (string | null)[]
  columns?: Columns
  rows: unknown[]
  done(answer: Answer): void
  failed(error: unknown): void
}

/**
 * Statements that leave in one write and are answered together: after one that fails, the server passes over the others. Outside
 * BEGIN and COMMIT they are one transaction of their own.
 */
export class Flight {
  readonly #told: Told
  readonly #named: boolean
  readonly #steps: Step[] = []
  #at = 0

  constructor(told: Told, named: boolean) {
    this.#told = told
    this.#named = named
  }

  add(sql: Statement | string, values: unknown[], front = false): Promise<Answer> {
    return new Promise((done, failed) => {
      const { name, text } = typeof sql === 'string' ? { name: '', text: sql } : sql
      const step = { name: this.#named ? name : '', text, values: values.map(asText) }
      this.#steps[front ? 'unshift' : 'push']({ ...step, rows: [], done, failed })
    })
  }

  /** All of it, for one write. */
  bytes(): Buffer {
    const pieces: Buffer[] = []
    for (const step of this.#steps) {
      const { name, text, values } = step
      const known = name === '' ? undefined : this.#told.get(name)
      // A statement that is not there may be closed too.
      if (known === 'doubt') pieces.push(serialize.close({ type: 'S', name }))
      if (known === undefined || known === 'doubt') pieces.push(serialize.parse({ name, text }))
      pieces.push(serialize.bind({ statement: name, values }))
      if (typeof known === 'object') step.columns = known
      else {
        pieces.push(serialize.describe({ type: 'P' }))
        if (name !== '') this.#told.set(name, 'sent')
      }
      pieces.push(serialize.execute())
    }
    return Buffer.concat([...pieces, serialize.sync()])
  }

  described(fields: Field[]): void {
    const step = this.#steps[this.#at]
    if (step) step.columns = columnsOf(fields)
  }

  row(fields: (string | null)[]): void {
    const step = this.#steps[this.#at]
    if (step?.columns) step.rows.push(rowOf(step.columns, fields))
  }

  /** `tag` is the command and, last, how many rows it wrote or read. */
  completed(tag: string): void {
    const step = this.#steps[this.#at++]
    if (!step) return
    if (step.name !== '') this.#told.set(step.name, step.columns ?? [])
    const [command = ''] = tag.split(' ', 1)
    step.done({ rows: step.rows, written: Number(/\d+$/.exec(tag)?.[0] ?? 0), command })
  }

  failed(error: unknown): void {
    if ((error as { code?: string }).code === FORGOTTEN) this.#told.clear()
    for (const { name, failed } of this.#steps.slice(this.#at)) {
      if (this.#told.get(name) === 'sent') this.#told.set(name, 'doubt')
      failed(error)
    }
    this.#at = this.#steps.length
  }
}

/** The statements of one transaction on their way: those of one go of the program are one flight. */
export class Line {
  readonly #begin: () => Flight
  readonly #fly: (flight: Flight) => Promise<void>
  #flight: Flight | undefined
  #gone: Promise<unknown> = Promise.resolve()

  constructor(begin: () => Flight, fly: (flight: Flight) => Promise<void>) {
    this.#begin = begin
    this.#fly = fly
  }

  ask(sql: Statement | string, values: unknown[], front = false): Promise<Answer> {
    if (!this.#flight) {
      const flight = this.#begin()
      this.#flight = flight
      process.nextTick(() => flight === this.#flight && this.go().catch(() => {}))
    }
    return this.#flight.add(sql, values, front)
  }

  /** Sends what waits. The promise ends when all that was sent is done; what came of it, the statements say. */
  go(): Promise<unknown> {
    const flight = this.#flight
    this.#flight = undefined
    if (flight) this.#gone = Promise.all([this.#gone, this.#fly(flight)])
    return this.#gone
  }
}
