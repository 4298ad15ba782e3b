import type { Logger } from 'pino'

/** Who sent a request: the client's address as far as it can be trusted, and the request's id. */
export type Peer = { address: string; requestId: string }

/** What the API asks of a request. A web Request will do; the listener's own costs less. */
export type ApiRequest = Pick<Request, 'method' | 'url' | 'text' | 'signal'> & {
  headers: Pick<Headers, 'get'>
}

/** An answer that is a text, or any other as a web Response. */
export type TextAnswer = { status: number; headers: Record<string, string>; body: string | null }
export type ApiAnswer = TextAnswer | Response

/**
 * What the application and the listener share. Next bundles its entries apart, so one object on globalThis
 * is how they meet (DESIGN §7): instrumentation.ts fills it, the listener calls it.
 */
export type Gatehouse = {
  /** Answers one request to the HTTP API. */
  api?: (request: ApiRequest, peer: Peer) => Promise<ApiAnswer>
  /** Applies migrations and starts the work of the process. Called once, before anything is served. */
  boot?: () => Promise<{ setupUrl: string | null; applied?: readonly string[] }>
  /** Asked by GET /api/ready at each call. `reason` is one word: database, migrations. */
  ready?: () => Promise<{ ready: true } | { ready: false; reason: string }>
  /** Ends the work of the process: writes what waits, stops the outbox, closes the database. */
  stop?: () => Promise<void>
  /** Ids of page requests that failed because the database is away. */
  away?: Set<string>
  log?: Logger
}

declare global {
  var __gatehouse: Gatehouse | undefined
}
