import 'server-only'
import { mkdirSync } from 'node:fs'
import { PGlite, type Transaction } from '@electric-sql/pglite'
import { btree_gin } from '@electric-sql/pglite/contrib/btree_gin'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { type Opening, openingStatement, presentTransaction } from './opening'
import type { Bound, Sql, Statement } from './sql'

/** Opens the embedded database; `directory` null keeps it in memory (tests). */
export async function openPGlite(directory: string | null): Promise<PGlite> {
  if (directory) mkdirSync(directory, { recursive: true, mode: 0o700 })
  const pglite = new PGlite({
    dataDir: directory ?? 'memory://',
    extensions: { pg_trgm, btree_gin },
  })
  await pglite.waitReady
  return pglite
}

const textOf = (sql: Statement | string) => (typeof sql === 'string' ? sql : sql.text)

/** A transaction begun with what the door asked for and its first statements. */
export function transactionIn<T>(
  pglite: PGlite,
  opening: Opening,
  first: Bound[],
  run: (sql: Sql, answers: unknown[][]) => Promise<T>,
): Promise<T> {
  return pglite.transaction(async (tx) => {
    opening.joined = tx
    await tx.exec(openingStatement(opening))
    const last: Promise<unknown>[] = []
    const sql: Sql = {
      rows: async (text, values) => (await tx.query(textOf(text), values)).rows as never,
      run: async (text, values) => (await tx.query(textOf(text), values)).affectedRows ?? 0,
      last(text, values) {
        const sent = tx.query(textOf(text), values)
        sent.catch(() => {}) // said by the commit
        last.push(sent)
      },
    }
    const answers: unknown[][] = []
    for (const { statement, values } of first) answers.push(await sql.rows(statement, values))
    const result = await run(sql, answers)
    await Promise.all(last)
    if (opening.givenUp) throw new Error('The transaction took too long.')
    return result // PGlite throws when its COMMIT turns out to be a rollback
  })
}

/** Prisma within the transactions that doors began; nothing is asked outside of them. */
export function prismaOverPGlite(): PrismaPGlite {
  const outside = () =>
    Promise.reject(new Error('The database was asked outside the doors of lib/platform/db.'))
  const doors = {
    query: outside,
    exec: outside,
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
