import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import { type Engine, engine, type Prisma } from './engine'
import { failureOf, inDoubt } from './failures'
import { Prisma as Words } from './generated/client'
import { type DoorRole, type Opening, withOpening } from './opening'

type Models = Omit<Prisma, `$${string}` | symbol>
type Reads =
  | 'findMany'
  | 'findFirst'
  | 'findFirstOrThrow'
  | 'findUnique'
  | 'findUniqueOrThrow'
  | 'count'
  | 'aggregate'
  | 'groupBy'
type ReadOnly<M> = { [K in keyof M]: Pick<M[K], Reads & keyof M[K]> }

type Tenant = Omit<
  Models,
  'person' | 'signInAttempt' | 'outbox' | 'rateLimit' | 'auditEvent' | 'organizationTombstone'
>
type Identity = Omit<
  Models,
  | 'outbox'
  | 'rateLimit'
  | 'auditEvent'
  | 'idempotencyKey'
  | 'organizationTombstone'
  | 'operation'
  | 'operationItem'
>
type Audit = ReadOnly<Pick<Models, 'auditEvent'>>

/** What a query of an organization sees: reads, of that organization alone. */
export type ReadDb = ReadOnly<Tenant> & Audit
/** What a command of an organization may touch. Events and outbox are the kernel's. */
export type WriteDb = Tenant & Audit
/** Sign-in, own account, acceptance: across organizations, few columns. */
export type IdentityDb = Identity
/** Worker, set-up, sweepers, seeds. */
export type SystemDb = Models

const LIMITS = { maxWait: 10_000, timeout: 30_000 } // ms
const TRIES = 5
const PAUSE = 20 // ms

async function through<T>(
  opening: Opening,
  run: (db: SystemDb) => Promise<T>,
  timeout = LIMITS.timeout,
): Promise<T> {
  const limits = { ...LIMITS, timeout }
  const { prisma } = await engine()
  return withOpening(opening, async () => {
    for (let tries = 1; ; tries++) {
      try {
        const result = await prisma.$transaction((db) => run(db as unknown as SystemDb), limits)
        if (opening.failure) throw opening.failure
        return result
      } catch (error) {
        if (opening.inDoubt) throw inDoubt(error)
        opening.failure = undefined
        // Nothing was committed, so the whole run is repeated; not in step with the other one.
        if (tries >= TRIES || failureOf(error) !== 'conflict') throw error
        await wait(Math.random() * tries * PAUSE)
      }
    }
  })
}

const open =
  (role: DoorRole, readOnly: boolean) =>
  <T>(organizationId: string | null, run: (db: SystemDb) => Promise<T>) =>
    through({ role, organizationId, readOnly }, run)

/** One organization, by row-level security; reads only. */
export const readTenant = <T>(organizationId: string, run: (db: ReadDb) => Promise<T>) =>
  open('console_tenant', true)(organizationId, (db) => run(db as ReadDb))

/** One organization, by row-level security. */
export const inTenant = <T>(organizationId: string, run: (db: WriteDb) => Promise<T>) =>
  open('console_tenant', false)(organizationId, (db) => run(db as WriteDb))

/** Sign-in, own account, acceptance: column grants instead of an organization. */
export const inIdentity = <T>(run: (db: IdentityDb) => Promise<T>) =>
  open('console_identity', false)(null, (db) => run(db as IdentityDb))

/** The same, reads only. */
export const readIdentity = <T>(run: (db: IdentityDb) => Promise<T>) =>
  open('console_identity', true)(null, (db) => run(db as IdentityDb))

/** Worker, set-up, sweepers, seeds: every organization. Only a seed needs more patience. */
export const inSystem = <T>(run: (db: SystemDb) => Promise<T>, timeout?: number) =>
  through({ role: 'console_system', organizationId: null, readOnly: false }, run, timeout)

/** The violated unique index was meant (a race that a lock does not cover). */
export const isUniqueViolation = (error: unknown) => (error as { code?: string })?.code === 'P2002'

/** A column of JSON without a value (Prisma keeps `null` for the JSON value). */
export const noJson = Words.DbNull

export type { Engine }
