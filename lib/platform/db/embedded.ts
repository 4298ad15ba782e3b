import 'server-only'
import { statfs } from 'node:fs/promises'
import type { PGlite } from '@electric-sql/pglite'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { log } from '../log'
import { openingStatement, presentOpening } from './opening'
import { gone, hasStopped, openPGlite } from './pglite'

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

/** Prisma over the embedded database, each transaction begun with the door's role and organization. */
export function prismaOverEmbedded(embedded: Embedded): PrismaPGlite {
  const confined = {
    query: (...given: Parameters<PGlite['query']>) => embedded.run((p) => p.query(...given)),
    exec: (...given: Parameters<PGlite['exec']>) => embedded.run((p) => p.exec(...given)),
    transaction: async (run: Parameters<PGlite['transaction']>[0]) => {
      const opening = presentOpening()
      let committing = false
      try {
        if (!opening.readOnly) await embedded.requireRoom()
        return await embedded.run((pglite) =>
          pglite.transaction(async (tx) => {
            await tx.exec(openingStatement(opening))
            const result = await run(withQuietRollback(tx))
            // COMMIT of a failed transaction is a silent rollback: this fails instead.
            if (!tx.closed) await tx.exec('SELECT 1')
            committing = !tx.closed
            return result
          }),
        )
      } catch (error) {
        opening.failure = error // the adapter swallows a failed commit
        if (committing && stoppedBy(error)) opening.inDoubt = true
        throw error
      }
    },
  }
  return new PrismaPGlite(confined as unknown as PGlite)
}

type Tx = Parameters<Parameters<PGlite['transaction']>[0]>[0]

// The adapter does not wait for it: where it fails, the transaction fails too, and that is heard.
const withQuietRollback = (tx: Tx): Tx =>
  Object.create(tx, { rollback: { value: () => tx.rollback().catch(() => {}) } })

const stoppedBy = (error: unknown) => {
  const { code, severity } = error as { code?: string; severity?: string }
  return severity === 'PANIC' || severity === 'FATAL' || code === 'EMBEDDED_LOST'
}
