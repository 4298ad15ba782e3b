import 'server-only'
import { mkdirSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { btree_gin } from '@electric-sql/pglite/contrib/btree_gin'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { openingStatement, presentOpening } from './opening'

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

/** Prisma over PGlite, each transaction begun with the door's role and organization. */
export function prismaOverPGlite(pglite: PGlite): PrismaPGlite {
  const confined = {
    query: pglite.query.bind(pglite),
    exec: pglite.exec.bind(pglite),
    transaction: async (run: Parameters<PGlite['transaction']>[0]) => {
      const opening = presentOpening()
      try {
        return await pglite.transaction(async (tx) => {
          await tx.exec(openingStatement(opening))
          const result = await run(tx)
          // COMMIT of a failed transaction is a silent rollback: this fails instead.
          if (!tx.closed) await tx.exec('SELECT 1')
          return result
        })
      } catch (error) {
        opening.failure = error // the adapter swallows a failed commit
        throw error
      }
    },
  }
  return new PrismaPGlite(confined as unknown as PGlite)
}
