import 'server-only'
import { statfs } from 'node:fs/promises'
import type { PGlite, Transaction } from '@electric-sql/pglite'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { log } from '../log'
import { lineIn } from './embedded-line'
import { inDoubt } from './failures'
import { presentTransaction, refuseOutside, tookTooLong } from './opening'
import { gone, hasStopped, openPGlite } from './pglite'
import { Statements, type Transacting } from './sql'
import type { Step } from './together'

/** Bytes that must be free for a change: two files of the write-ahead log. Without room for one PostgreSQL gives up. */
export const ROOM = 32 * 2 ** 20
const LOOK_EVERY = 1_000 // ms
const REOPEN_EVERY = 10_000 // ms

/** The embedded database of this process, opened anew after it gave up. `directory` null: in memory. */
export class Embedded {
  #pglite: PGlite | null
  #opening: Promise<PGlite> | null = null
  #triedAt = 0
  #room = { at: 0, enough: true }

  private constructor(
    readonly directory: string | null,
    pglite: PGlite,
  ) {
    this.#pglite = pglite
  }

  static async open(directory: string | null): Promise<Embedded> {
    return new Embedded(directory, await openPGlite(directory))
  }

  async run<T>(work: (pglite: PGlite) => Promise<T>): Promise<T> {
    const pglite = this.#pglite ?? (await this.#reopen())
    try {
      return await work(pglite)
    } finally {
      if (hasStopped(pglite) && this.#pglite === pglite) {
        this.#pglite = null
        log.error('the embedded database gave up; it is opened again when its disk has room')
      }
    }
  }

  /** Rejects when the disk has no room for a change. */
  async requireRoom(): Promise<void> {
    if (!(await this.hasRoom())) {
      throw Object.assign(new Error('The disk of DATA_DIR is full.'), { code: 'ENOSPC' })
    }
  }

  async hasRoom(): Promise<boolean> {
    if (this.directory === null || Date.now() - this.#room.at < LOOK_EVERY) return this.#room.enough
    const { bavail, bsize } = await statfs(this.directory)
    const enough = bavail * bsize >= ROOM
    if (enough !== this.#room.enough) {
      if (enough) log.info('the disk of DATA_DIR has room again')
      else log.error({ free: bavail * bsize }, 'the disk of DATA_DIR is full: changes are refused')
    }
    this.#room = { at: Date.now(), enough }
    return enough
  }

  async close(): Promise<void> {
    await this.#pglite?.close()
  }

  #reopen(): Promise<PGlite> {
    this.#opening ??= this.#openAgain().finally(() => {
      this.#opening = null
    })
    return this.#opening
  }

  async #openAgain(): Promise<PGlite> {
    await this.requireRoom()
    if (Date.now() - this.#triedAt < REOPEN_EVERY) throw gone()
    this.#triedAt = Date.now()
    const pglite = await openPGlite(this.directory).catch((error) => {
      throw gone(error)
    })
    this.#pglite = pglite
    log.info('the embedded database is open again')
    return pglite
  }
}

/** A transaction begun with its first statements and what is read ahead, in one call. */
export async function transactionIn<T>(
  embedded: Embedded,
  { opening, first, ahead, run }: Transacting<T>,
): Promise<T> {
  if (!opening.readOnly) await embedded.requireRoom()
  let committing = false
  const work = (pglite: PGlite) => {
    let takeOff = () => {}
    const ready = new Promise<void>((give) => {
      takeOff = give
    })
    const line = lineIn(pglite, ready)
    const sql = new Statements((text, values) => line.ask(text, values))
    const entered = Promise.all(first.map(({ statement, values }) => sql.rows(statement, values)))
    entered.catch(() => {}) // said to whoever waits for it, if it comes to that
    // A read that is all there will be needs no BEGIN and no COMMIT: it is a transaction of its own.
    if (ahead && sql.lookAhead(ahead) && opening.readOnly) {
      sql.end()
      const flown = pglite._runExclusiveTransaction(() => {
        takeOff()
        return line.go()
      })
      return flown.then(async () => run(sql, await entered))
    }
    return pglite.transaction(async (tx) => {
      opening.joined = tx
      takeOff()
      const result = await run(sql, await entered).catch(async (error) => {
        throw await sql.causeOf(error)
      })
      sql.end()
      await Promise.all(sql.waiting)
      if (opening.givenUp) throw tookTooLong()
      committing = !opening.readOnly
      return result // PGlite throws when its COMMIT turns out to be a rollback
    })
  }
  return embedded.run(work).catch((error) => {
    throw committing && stoppedBy(error) ? inDoubt(error) : error
  })
}

/** A flight of its own: a transaction without BEGIN and COMMIT. */
export const flyIn = (embedded: Embedded, steps: readonly Step[]): Promise<unknown> =>
  embedded.run((pglite) =>
    pglite._runExclusiveTransaction(() => {
      const line = lineIn(pglite, Promise.resolve())
      for (const { sql, values, done, failed } of steps) line.ask(sql, values).then(done, failed)
      return line.go()
    }),
  )

/** Prisma within the transactions that doors began; nothing is asked outside of them. */
export function prismaOverEmbedded(): PrismaPGlite {
  const doors = {
    query: refuseOutside,
    exec: refuseOutside,
    async transaction(run: (tx: Transaction) => Promise<unknown>) {
      const { opening, joined: tx } = presentTransaction<Transaction>()
      await null // the adapter names this promise first
      return run({
        query: tx.query.bind(tx),
        exec: tx.exec.bind(tx),
        async rollback() {
          opening.givenUp = true
        },
      } as Transaction)
    },
  }
  return new PrismaPGlite(doors as unknown as PGlite)
}

const stoppedBy = (error: unknown) => {
  const { code, severity } = error as { code?: string; severity?: string }
  return severity === 'PANIC' || severity === 'FATAL' || code === 'EMBEDDED_LOST'
}
