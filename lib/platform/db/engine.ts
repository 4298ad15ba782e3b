import 'server-only'
import { join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { env } from '../env'
import { once } from '../once'
import { Embedded, flyIn, prismaOverEmbedded, transactionIn } from './embedded'
import { PrismaClient } from './generated/client'
import { lockDirectory } from './lock-file'
import { DoorPool, flyOn, openPool, transactionOn } from './pool'
import type { Transacting } from './sql'
import { together } from './together'

/** SQL outside Prisma and outside the doors: the migrator, the readiness check, the look-ups of a caller. `patience`: ms. */
export type RawSql = {
  query<Row>(sql: string, values?: unknown[], patience?: number): Promise<Row[]>
  /** Several statements, all or nothing, on one connection. */
  script(sql: string): Promise<void>
}

type Adapter = PrismaPg | ReturnType<typeof prismaOverEmbedded>

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
  /** Joins the transaction of the present door. */
  prisma: Prisma
  /** Begins one: what the door asked for and its first statements, in one round trip. */
  transaction<T>(asked: Transacting<T>): Promise<T>
  raw: RawSql
  close(): Promise<void>
  /** Embedded: whether the disk takes a change. */
  hasRoom?(): Promise<boolean>
}

/** The one engine of this process, chosen by DATABASE_URL alone, opened on first use. */
export const engine = (): Promise<Engine> => once('db.engine', open)

function open(): Promise<Engine> {
  const url = env.DATABASE_URL
  return url ? openPostgres(url) : openEmbedded()
}

async function openPostgres(url: string): Promise<Engine> {
  const pool = openPool(url, true)
  const prisma = makePrisma(new PrismaPg(new DoorPool()))
  const raw: RawSql = {
    query: async (text, values, patience) =>
      (await pool.query({ text, values, query_timeout: patience } as pg.QueryConfig)).rows,
    // A migration may take long, and wait for another process that is at it.
    script: async (text) =>
      void (await pool.query({ text, query_timeout: 2 ** 31 - 1 } as pg.QueryConfig)),
  }
  const close = async () => {
    await prisma.$disconnect()
    await pool.end()
  }
  const transaction = together(
    (steps) => flyOn(pool, steps),
    (asked) => transactionOn(pool, asked),
  )
  return { kind: 'postgresql', prisma, transaction, raw, close }
}

async function openEmbedded(): Promise<Engine> {
  const inMemory = env.DATA_DIR === 'memory:'
  const unlock = inMemory ? () => {} : lockDirectory(env.DATA_DIR)
  const embedded = await Embedded.open(inMemory ? null : join(env.DATA_DIR, 'database'))
  const prisma = makePrisma(prismaOverEmbedded())
  const raw: RawSql = {
    query: (sql, values) => embedded.run(async (p) => (await p.query(sql, values)).rows as never),
    script: (sql) => embedded.run(async (p) => void (await p.transaction((tx) => tx.exec(sql)))),
  }
  const close = async () => {
    await prisma.$disconnect()
    await embedded.close()
    unlock()
  }
  const transaction = together(
    (steps) => flyIn(embedded, steps),
    (asked) => transactionIn(embedded, asked),
  )
  return {
    kind: 'pglite',
    prisma,
    transaction,
    raw,
    close,
    hasRoom: () => embedded.hasRoom(),
  }
}
