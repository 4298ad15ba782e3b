import 'server-only'
import type { Prisma } from './engine'
import { asDb, type Sql } from './sql'

const LIMITS = { maxWait: 10_000, timeout: 30_000 } // ms

type Handle = Record<string | symbol, unknown>
type Model = Record<string, (args: unknown) => Promise<unknown>>
type Finish = { well(): void; ill(error: unknown): void }

/**
 * The `db` of a door: SQL goes straight to the transaction, and Prisma joins it at the first model that is asked. A use
 * case that asks none pays nothing for it.
 */
export function lazyPrisma(prisma: Prisma, sql: Sql, timeout = LIMITS.timeout) {
  let finish: Finish | undefined
  let ended: Promise<unknown> | undefined
  let begun: Promise<Record<string, Model>> | undefined

  const begin = () => {
    begun ??= new Promise((give, fail) => {
      const held = (inner: unknown) =>
        new Promise<void>((well, ill) => {
          finish = { well, ill }
          give(inner as Record<string, Model>)
        })
      ended = prisma.$transaction(held, { ...LIMITS, timeout })
      ended.catch(fail)
    })
    return begun
  }

  const modelOf = (name: string) =>
    new Proxy({} as Handle, {
      get: (known, method) => {
        known[method] ??= async (args: unknown) => (await begin())[name]?.[method as string]?.(args)
        return known[method]
      },
    })
  const own: Handle = {
    ...asDb(sql),
    $queryRawUnsafe: (text: string, ...values: unknown[]) => sql.rows(text, values),
    $executeRawUnsafe: (text: string, ...values: unknown[]) => sql.run(text, values),
  }
  const db = new Proxy(own, {
    get: (known, name) => {
      // Asked by `await` whether it is a promise: it is none.
      if (name in known || typeof name === 'symbol' || name === 'then') return known[name]
      known[name] = modelOf(name)
      return known[name]
    },
  })

  /** Lets Prisma go, before the transaction itself ends. */
  const end = async (failure?: { error: unknown }) => {
    if (!begun) return
    if (!failure) {
      finish?.well()
      await ended
    } else {
      finish?.ill(failure.error)
      await ended?.catch(() => {})
    }
  }
  return { db, end }
}
