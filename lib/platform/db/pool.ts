import 'server-only'
import pg from 'pg'
import { openingStatement, presentOpening } from './opening'

type QueryConfig = { text?: string }
type Send = (query: unknown, ...rest: unknown[]) => unknown

/** Begins every transaction with the door's role and organization, and never takes a silent rollback for a commit. */
class ConfinedClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config)
    const send = super.query.bind(this) as Send
    const confined: Send = (query, ...rest) => {
      const text = (query as QueryConfig)?.text
      if (text === 'BEGIN') {
        return send({ text: `BEGIN; ${openingStatement(presentOpening())}` }, ...rest)
      }
      if (text === 'COMMIT')
        return (send(query, ...rest) as Promise<pg.QueryResult>).then(committed)
      return send(query, ...rest)
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

/** A pool on `url`; `confined` clients open every transaction through a door. */
export const openPool = (url: string, confined: boolean): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    ...(confined && { Client: ConfinedClient }),
  } as pg.PoolConfig)
  pool.on('error', () => {}) // an idle connection that broke is replaced at the next use
  return pool
}
