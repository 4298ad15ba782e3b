import 'server-only'
import { join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { env } from '../env'
import { once } from '../once'
import { PrismaClient } from './generated/client'
import { lockDirectory } from './lock-file'
import { openPGlite, prismaOverPGlite } from './pglite'
import { openPool } from './pool'

/** SQL outside Prisma and outside the doors: the migrator, the readiness check, the look-ups of a caller. `patience`: ms. */
export type RawSql = {
  query<Row>(sql: string, values?: unknown[], patience?: number): Promise<Row[]>
  /** Several statements, all or nothing, on one connection. */
  script(sql: string): Promise<void>
}

type Adapter = PrismaPg | ReturnType<typeof prismaOverPGlite>

// Hashes leave the database only where a query asks for them by name.
const makePrisma = (adapter: Adapter) =>
  new PrismaClient({
    adapter,
    omit: {
      person: { passwordHash: true },
      invitation: { tokenHash: true },
      apiKey: { secretHash: true },
    },
  })

export type Prisma = ReturnType<typeof makePrisma>
export type Engine = {
  kind: 'pglite' | 'postgresql'
  prisma: Prisma
  raw: RawSql
  close(): Promise<void>
}

/** The one engine of this process, chosen by DATABASE_URL alone, opened on first use. */
export const engine = (): Promise<Engine> => once('db.engine', open)

function open(): Promise<Engine> {
  const url = env.DATABASE_URL
  return url ? openPostgres(url) : openEmbedded()
}

async function openPostgres(url: string): Promise<Engine> {
  const pool = openPool(url, true)
  const prisma = makePrisma(new PrismaPg(pool))
  const raw: RawSql = {
    query: async (text, values, patience) =>
      (await pool.query({ text, values, query_timeout: patience } as pg.QueryConfig)).rows,
    script: async (sql) => void (await pool.query(sql)),
  }
  const close = async () => {
    await prisma.$disconnect()
    await pool.end()
  }
  return { kind: 'postgresql', prisma, raw, close }
}

async function openEmbedded(): Promise<Engine> {
  const inMemory = env.DATA_DIR === 'memory:'
  const unlock = inMemory ? () => {} : lockDirectory(env.DATA_DIR)
  const pglite = await openPGlite(inMemory ? null : join(env.DATA_DIR, 'database'))
  const prisma = makePrisma(prismaOverPGlite(pglite))
  const raw: RawSql = {
    query: async (sql, values) => (await pglite.query(sql, values)).rows as never,
    script: async (sql) => void (await pglite.transaction((tx) => tx.exec(sql))),
  }
  const close = async () => {
    await prisma.$disconnect()
    await pglite.close()
    unlock()
  }
  return { kind: 'pglite', prisma, raw, close }
}
