import 'server-only'
import { type PGlite, protocol } from '@electric-sql/pglite'
import { Flight, Line, type Told } from './flight'
import { naming } from './names'
import type { Field } from './row-text'

const told = new WeakMap<PGlite, Told>()

function toldTo(pglite: PGlite): Told {
  const known = told.get(pglite) ?? new Map()
  told.set(pglite, known)
  return known
}

/** Flights within the embedded database: each is one call into it. None takes off before `ready`. */
export const lineIn = (pglite: PGlite, ready: Promise<void>): Line =>
  new Line(
    () => new Flight(toldTo(pglite), naming().works),
    async (flight) => {
      await ready
      await pglite.runExclusive(async () => fly(pglite, flight))
    },
  )

function fly(pglite: PGlite, flight: Flight): void {
  try {
    const answered = pglite.execProtocolRawSync(flight.bytes())
    const { buffer, byteOffset, byteLength } = answered
    hear(Buffer.from(buffer, byteOffset, byteLength), flight)
  } catch (error) {
    flight.failed(error)
    throw error
  }
}

const [ROW, DONE, FIELDS, FAULT] = ['D', 'C', 'T', 'E'].map((letter) => letter.charCodeAt(0))

/** Its own parser copies the answer and decodes each value apart; here that would be the dearest part of a page. */
function hear(bytes: Buffer, flight: Flight): void {
  for (let at = 0; at < bytes.length; ) {
    const type = bytes[at]
    const end = at + 1 + bytes.readInt32BE(at + 1)
    if (type === ROW) flight.row(valuesOf(bytes, at + 5))
    else if (type === DONE) flight.completed(bytes.toString('latin1', at + 5, end - 1))
    else if (type === FIELDS || type === FAULT) rarely(bytes.subarray(at, end), flight)
    at = end
  }
}

function valuesOf(bytes: Buffer, start: number): (string | null)[] {
  const values = new Array<string | null>(bytes.readInt16BE(start))
  let at = start + 2
  for (let index = 0; index < values.length; index++) {
    const length = bytes.readInt32BE(at)
    at += 4
    values[index] = length < 0 ? null : bytes.toString('utf8', at, at + length)
    if (length > 0) at += length
  }
  return values
}

/** What comes once: a description, a fault. */
const rarely = (message: Buffer, flight: Flight) =>
  new protocol.Parser().parse(new Uint8Array(message), (parsed) => {
    if ('fields' in parsed) flight.described(parsed.fields as Field[])
    else flight.failed(parsed)
  })
