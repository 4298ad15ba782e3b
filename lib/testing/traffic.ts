import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'

/**
 * What a process says to its database: statements sent (a simple query counts as one, however many stand in it) and
 * round trips (the times it wrote and had to wait; PGlite has none, being in the process).
 */
export type Traffic = { statements: number; roundTrips: number; texts: string[] }

let seen: Traffic = { statements: 0, roundTrips: 0, texts: [] }

/** Counts from now on. Called before the first connection is made, once in a process. */
export function watchTraffic(): void {
  watchPostgres()
  watchPGlite()
}

/** What `work` costs. Nothing else may use the database meanwhile. */
export async function trafficOf(work: () => Promise<unknown>): Promise<Traffic> {
  seen = { statements: 0, roundTrips: 0, texts: [] }
  await work()
  return seen
}

type Stream = { write(...args: unknown[]): boolean; on(event: string, fn: () => void): void }
type Connection = { connect(...args: unknown[]): void; stream: Stream }
const { Connection } = pg as unknown as { Connection: { prototype: Connection } }

function watchPostgres() {
  const { connect } = Connection.prototype
  Connection.prototype.connect = function (...args) {
    connect.apply(this, args) // gives the socket its own `write` again
    const { stream } = this
    const { write } = stream
    let waiting = false
    stream.write = function (...written) {
      if (count(written[0] as Uint8Array) && !waiting) {
        waiting = true
        seen.roundTrips += 1
      }
      return write.apply(this, written)
    }
    stream.on('data', () => {
      waiting = false
    })
  }
}

function watchPGlite() {
  const { execProtocolRawSync } = PGlite.prototype
  PGlite.prototype.execProtocolRawSync = function (message, ...rest) {
    count(message)
    return execProtocolRawSync.call(this, message, ...rest)
  }
}

const [QUERY, BIND, PARSE] = ['Q', 'B', 'P'].map((letter) => letter.charCodeAt(0))
const text = new TextDecoder()

/** Adds the statements among the messages of these bytes (PostgreSQL's protocol, message formats). False: it only begins. */
function count(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at < bytes.length; ) {
    const type = bytes[at] as number
    if (type === 0) return false
    const length = view.getUint32(at + 1)
    const body = bytes.subarray(at + 5, at + 1 + length)
    if (type === QUERY || type === BIND) seen.statements += 1
    if (type === QUERY || type === PARSE)
      seen.texts.push(text.decode(body).replaceAll('\0', ' ').trim())
    at += 1 + length
  }
  return true
}
