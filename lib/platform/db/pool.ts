import 'server-only'
import pg from 'pg'
import { failureOf, inDoubt } from './failures'
import { Flight, Line, type Told } from './flight'
import { naming } from './names'
import { presentTransaction, refuseOutside, tookTooLong } from './opening'
import { Statements, type Transacting } from './sql'
import { type Answer, statement } from './statement'
import type { Step } from './together'

// ms for one answer: longer than the server's own limit for a statement (opening.ts). What a server that fell silent
// never answered ends with its connection, and so does all that waits behind it.
const PATIENCE = 40_000

/** Statements are sent without waiting for the answers of those before them: so many of them are one round trip. */
class PipelinedClient extends pg.Client {
  readonly told: Told = new Map()

  constructor(config?: string | pg.ClientConfig) {
    super({ ...(config as pg.ClientConfig), pipeline: true } as pg.ClientConfig)
    // One that breaks while it is lent fails its statements, and the pool drops it when it comes back.
    this.on('error', () => {})
  }
}

/** A pool on `url`, for the doors or for migrations, which may take as long as they take. */
export const openPool = (url: string, forDoors: boolean): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    ...(forDoors && { Client: PipelinedClient, query_timeout: PATIENCE }),
  } as pg.PoolConfig)
  pool.on('error', () => {}) // an idle connection that broke is replaced at the next use
  return pool
}

type Stream = { writable: boolean; write(bytes: Buffer): void }
type Message = { fields: never; text: string }

/** A flight as `pg` sends it and hands on its answers. */
class Sent extends pg.Query {
  readonly ended: Promise<void>
  readonly #flight: Flight
  private callback?: (error?: unknown) => void

  constructor(flight: Flight) {
    super({ text: '' })
    this.#flight = flight
    this.ended = new Promise((done, failed) => {
      this.callback = (error) => (error ? failed(error) : done())
    })
  }
  override submit = (connection: unknown) => {
    const { stream } = connection as { stream: Stream }
    if (stream.writable) stream.write(this.#flight.bytes()) // else it is about to be told that it ended
  }
  handleRowDescription({ fields }: Message) {
    this.#flight.described(fields)
  }
  handleDataRow({ fields }: Message) {
    this.#flight.row(fields)
  }
  handleCommandComplete({ text }: Message) {
    this.#flight.completed(text)
  }
  handleError(error: unknown) {
    this.#flight.failed(error)
    this.callback?.(error)
  }
  handleReadyForQuery() {
    this.callback?.()
  }
}

const BEGIN = statement('BEGIN')
const ENDS = { COMMIT: statement('COMMIT'), ROLLBACK: statement('ROLLBACK') }

const lineOn = (client: pg.PoolClient) =>
  new Line(
    () => new Flight((client as unknown as PipelinedClient).told, naming().works),
    (flight) => {
      const sent = new Sent(flight)
      client.query(sent)
      return sent.ended
    },
  )

/** A transaction begun with its first statements and what is read ahead, in one round trip. */
export async function transactionOn<T>(
  pool: pg.Pool,
  { opening, first, ahead, run }: Transacting<T>,
): Promise<T> {
  const client = await pool.connect()
  const line = lineOn(client)
  const sql = new Statements((text, values) => line.ask(text, values))
  const entered = first.map(({ statement, values }) => sql.rows(statement, values))
  // A read that is all there will be is one flight, which needs no BEGIN and no COMMIT.
  if (ahead && sql.lookAhead(ahead) && opening.readOnly) {
    sql.end()
    release(client, line.go())
    return run(sql, (await Promise.all(entered)) as unknown[][])
  }
  const joined: Joined = {
    send: (config) => {
      line.go().catch(() => {})
      return client.query(config)
    },
    over: false,
  }
  const end = (word: keyof typeof ENDS) => {
    joined.over = true
    sql.end()
    return line.ask(ENDS[word], [])
  }
  try {
    opening.joined = joined
    const begun = line.ask(BEGIN, [], true)
    const [, ...answers] = await Promise.all([begun, ...entered])
    const result = await run(sql, answers as unknown[][])
    if (opening.givenUp) throw tookTooLong()
    const committed = commit(end('COMMIT'), sql.waiting)
    // What was read is answered at once; the connection is lent again when the database has let it go.
    if (opening.readOnly) release(client, committed)
    else {
      await committed
      client.release()
    }
    return result
  } catch (error) {
    line.go().catch(() => {}) // apart: behind what fails nothing is done, not even this
    await release(client, end('ROLLBACK'))
    throw await sql.causeOf(error)
  }
}

const release = (client: pg.PoolClient, ended: Promise<unknown>) =>
  ended.then(
    () => client.release(),
    (error) => client.release(error),
  )

/** A flight of its own, which needs no BEGIN and no COMMIT. */
export async function flyOn(pool: pg.Pool, steps: readonly Step[]): Promise<unknown> {
  const client = await pool.connect()
  const line = lineOn(client)
  for (const { sql, values, done, failed } of steps) line.ask(sql, values).then(done, failed)
  return release(client, line.go())
}

type Joined = { send(text: pg.QueryConfig): Promise<pg.QueryResult>; over: boolean }

async function commit(committed: Promise<Answer>, last: Promise<unknown>[]) {
  const ends = await Promise.allSettled([...last, committed])
  const failed = ends.find((end) => end.status === 'rejected')
  if (failed) {
    const { reason } = failed
    // No answer of the server: it may have committed before the connection broke.
    const sent = !/is not queryable/.test(reason?.message ?? '')
    throw sent && failureOf(reason) === 'lost' ? inDoubt(reason) : reason
  }
  // PostgreSQL answers COMMIT of a failed transaction with ROLLBACK and no error.
  if ((await committed).command !== 'COMMIT') {
    throw new Error('The transaction had failed and was rolled back.')
  }
}

/** The pool as Prisma sees it: its transactions are the ones that doors began, and nothing is asked outside of them. */
export class DoorPool extends pg.Pool {
  // biome-ignore lint/suspicious/noExplicitAny: pg declares a callback beside it, which Prisma does not use
  override connect(): any {
    const { opening, joined } = presentTransaction<Joined>()
    const lent = {
      query(config: pg.QueryConfig) {
        if (config.text === 'ROLLBACK') opening.givenUp = true
        if (/^(BEGIN|COMMIT|ROLLBACK)$/.test(config.text)) return Promise.resolve(nothing)
        return joined.over ? refuseOutside() : joined.send(config)
      },
      on: () => lent,
      removeListener: () => lent,
      release() {},
    }
    return Promise.resolve(lent)
  }
  // biome-ignore lint/suspicious/noExplicitAny: as above
  override query(): any {
    return refuseOutside()
  }
}

const nothing = { fields: [], rows: [], rowCount: 0 }
