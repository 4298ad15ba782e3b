import 'server-only'
import { type Engine, engine, type Prisma } from './engine'
import { type Entered, type Entrance, enteredBy, entering } from './entrance'
import { Prisma as Words } from './generated/client'
import { lazyPrisma } from './lazy-prisma'
import { type DoorRole, type Opening, withOpening } from './opening'
import { withoutNames } from './pool'
import type { Bound } from './sql'

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

const TRIES = 4

async function through<T>(
  asked: Pick<Opening, 'role' | 'organizationId' | 'readOnly'>,
  run: (db: SystemDb, answers: unknown[][]) => Promise<T>,
  first: Bound[] = [],
): Promise<T> {
  const { prisma, transaction } = await engine()
  for (let tries = 1; ; tries++) {
    const opening: Opening = { ...asked }
    try {
      return await withOpening(opening, () =>
        transaction(opening, first, async (sql, answers) => {
          const { db, end } = lazyPrisma(prisma, sql)
          try {
            const result = await run(db as unknown as SystemDb, answers)
            await end()
            return result
          } catch (error) {
            await end({ error })
            throw error
          }
        }),
      )
    } catch (error) {
      if (tries >= TRIES || !(isWriteConflict(error) || withoutNames(error))) throw error
    }
  }
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

type Entering = { by: Entrance; readOnly: boolean; lock: boolean }

/**
 * One organization, by whoever enters it: their membership as it is now comes with the door, read behind the lock when
 * one is asked for. Null: they are nobody here.
 */
export const enterTenant = <T>(
  { by, readOnly, lock }: Entering,
  run: (db: SystemDb, entered: Entered | null) => Promise<T>,
) =>
  through(
    {
      role: 'console_tenant',
      organizationId: 'organizationId' in by ? by.organizationId : null,
      readOnly,
    },
    (db, answers) => run(db, enteredBy(answers)),
    entering(by, lock),
  )

/** Sign-in, own account, acceptance: column grants instead of an organization. */
export const inIdentity = <T>(run: (db: IdentityDb) => Promise<T>) =>
  open('console_identity', false)(null, (db) => run(db as IdentityDb))

/** The same, reads only. */
export const readIdentity = <T>(run: (db: IdentityDb) => Promise<T>) =>
  open('console_identity', true)(null, (db) => run(db as IdentityDb))

/** Worker, set-up, sweepers, seeds: every organization. */
export const inSystem = <T>(run: (db: SystemDb) => Promise<T>) =>
  open('console_system', false)(null, run)

const codeOf = (error: unknown) => (error as { code?: string } | null)?.code ?? ''

// Deadlock or serialization failure, in Prisma's words and PostgreSQL's; nothing was committed, so the whole run is repeated.
const CONFLICTS = new Set(['P2034', '40001', '40P01'])
const isWriteConflict = (error: unknown) => CONFLICTS.has(codeOf(error))

/** The violated unique index was meant (a race that a lock does not cover). */
export const isUniqueViolation = (error: unknown) => /^(P2002|23505)$/.test(codeOf(error))

const LOST = new Set([
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2028',
  'ECONNREFUSED',
  '57P01',
  '57P03',
  '57014', // statement_timeout of the opening
])
const BROKEN = /^Connection terminated|not queryable$|^timeout exceeded when trying to connect/

/** The database cannot be reached or is going down; nothing is known to have changed. */
export const isUnavailable = (error: unknown): boolean => {
  const { code, cause, message } = (error ?? {}) as Partial<Error> & { code?: string }
  if (LOST.has(code ?? '') || (code === undefined && BROKEN.test(message ?? ''))) return true
  return cause !== undefined && isUnavailable(cause)
}

/** A column of JSON without a value (Prisma keeps `null` for the JSON value). */
export const noJson = Words.DbNull

export type { Engine }
