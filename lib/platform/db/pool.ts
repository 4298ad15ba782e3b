import 'server-only'
import pg from 'pg'
import { once } from '../once'
import { failureOf, inDoubt } from './failures'
import { openingStatement, presentTransaction, refuseOutside, tookTooLong } from './opening'
import { type Statement, Statements, type Transacting } from './sql'

// ms for one answer: longer than the server's own limit for a statement (opening.ts). What a server that fell silent
// never answered ends with its connection, and so does all that waits behind it.
const PATIENCE = 40_000

/** Statements are sent without waiting for the answers of those before them: so many of them are one round trip. */
class PipelinedClient extends pg.Client {
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

// A pooler of transactions that keeps no names (PgBouncer before 1.21) is noticed at the first one it lost.
const naming = () => once('db.naming', () => ({ works: true }))
const LOST_NAME = new Set(['26000', '42P05'])

/** The transaction failed only because statements had names: from now on they have none, and it may be run again. */
export const withoutNames = (error: unknown): boolean => {
  if (!naming().works || !LOST_NAME.has((error as { code?: string })?.code ?? '')) return false
  naming().works = false
  return true
}

const query = (sql: Statement | string, values: unknown[]): pg.QueryConfig => {
  if (typeof sql === 'string') return { text: sql, values }
  return naming().works ? { ...sql, values } : { text: sql.text, values }
}

type Stream = { cork(): void; uncork(): void }

/** What is sent in one go of the program leaves in one write: each costs more than what it carries. */
function corked(client: pg.PoolClient): () => void {
  const { stream } = (client as unknown as { connection: { stream: Stream } }).connection
  let waiting = false
  return () => {
    if (waiting) return
    waiting = true
    stream.cork()
    process.nextTick(() => {
      waiting = false
      stream.uncork()
    })
  }
}

/** A transaction begun with what the door asked for, its first statements and what is read ahead, in one round trip. */
export async function transactionOn<T>(
  pool: pg.Pool,
  { opening, first, ahead, run }: Transacting<T>,
): Promise<T> {
  const client = await pool.connect()
  const cork = corked(client)
  const send = (text: pg.QueryConfig | string) => {
    cork()
    return client.query(text as pg.QueryConfig)
  }
  const sql = new Statements((text, values) =>
    send(query(text, values)).then(({ rows, rowCount }) => ({ rows, written: rowCount ?? 0 })),
  )
  const joined: Joined = { send, over: false }
  const end = (word: 'COMMIT' | 'ROLLBACK') => {
    joined.over = true
    sql.end()
    return send(word)
  }
  let committed: Promise<void> | undefined
  try {
    opening.joined = joined
    const begun = send(`BEGIN; ${openingStatement(opening)}`)
    const entered = first.map(({ statement, values }) => sql.rows(statement, values))
    const whole = ahead !== undefined && sql.lookAhead(ahead) && opening.readOnly
    if (whole) committed = commit(end('COMMIT'), [])
    committed?.catch(() => {}) // what it means, the statements before it say
    const [, ...answers] = await Promise.all([begun, ...entered])
    const result = await run(sql, answers as unknown[][])
    if (opening.givenUp) throw tookTooLong()
    committed ??= commit(end('COMMIT'), sql.waiting)
    // What was read is answered at once; the connection is lent again when the database has let it go.
    if (opening.readOnly) release(client, committed)
    else {
      await committed
      client.release()
    }
    return result
  } catch (error) {
    if (opening.readOnly && committed) release(client, committed)
    else await release(client, end('ROLLBACK'))
    throw committed ? error : await sql.causeOf(error)
  }
}

const release = (client: pg.PoolClient, ended: Promise<unknown>) =>
  ended.then(
    () => client.release(),
    (error) => client.release(error),
  )

type Joined = { send(text: pg.QueryConfig): Promise<pg.QueryResult>; over: boolean }

async function commit(committed: Promise<pg.QueryResult>, last: Promise<unknown>[]) {
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
