import 'server-only'
import pg from 'pg'
import { failureOf } from './failures'
import { openingStatement, presentOpening } from './opening'

type QueryConfig = { text?: string }
type Send = (query: unknown, ...rest: unknown[]) => unknown

/** What `pg` says when `query_timeout` is over. */
const SILENT = 'Query read timeout'
const PATIENCE = 40_000 // ms for one answer: longer than the server's own limit for a statement (opening.ts)

/** Begins every transaction with the door's role and organization, and never takes a silent rollback for a commit. */
class ConfinedClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config)
    const send = super.query.bind(this) as Send
    // A server that fell silent keeps its connection open: nothing may be queued behind what it never answered.
    const silent = (error: unknown) => {
      if ((error as Error)?.message === SILENT) this.connection.stream.destroy()
      throw error
    }
    const ask: Send = (query, ...rest) => {
      const answer = send(query, ...rest)
      return answer instanceof Promise ? answer.catch(silent) : answer
    }
    const confined: Send = (query, ...rest) => {
      const text = (query as QueryConfig)?.text
      if (text === 'BEGIN') {
        return ask({ text: `BEGIN; ${openingStatement(presentOpening())}` }, ...rest)
      }
      if (text === 'COMMIT')
        return (ask(query, ...rest) as Promise<pg.QueryResult>).then(committed, lostAtCommit)
      return ask(query, ...rest)
    }
    this.query = confined as typeof this.query
  }
}

// PostgreSQL answers COMMIT of a failed transaction with ROLLBACK and no error.
const committed = (result: pg.QueryResult) => {
  if (result.command !== 'COMMIT')
    throw new Error('The transaction had failed and was rolled back.')
  return result
}

// No answer of the server: it may have committed before the connection broke.
const lostAtCommit = (error: unknown) => {
  const sent = !/is not queryable/.test((error as Error)?.message ?? '')
  if (sent && failureOf(error) === 'lost') presentOpening().inDoubt = true
  throw error
}

/** A pool on `url`; `confined` clients open every transaction through a door. */
export const openPool = (url: string, confined: boolean): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    ...(confined && { Client: ConfinedClient, query_timeout: PATIENCE }),
  } as pg.PoolConfig)
  pool.on('error', () => {}) // an idle connection that broke is replaced at the next use
  return pool
}
