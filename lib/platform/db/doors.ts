import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import { type Engine, engine, type Prisma } from './engine'
import { type Entered, type Entrance, enteredBy, entering } from './entrance'
import { failureOf } from './failures'
import { Prisma as Words } from './generated/client'
import { lazyPrisma } from './lazy-prisma'
import { withoutNames } from './names'
import { type DoorRole, type Opening, openingOf, withOpening } from './opening'
import { asDb, type Bound, type ReadAhead } from './sql'

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

const TRIES = 5
const PAUSE = 20 // ms

type More = {
  first?(opening: Opening): Bound[]
  ahead?(db: SystemDb): ReadAhead
  together?: boolean
  patience?: number
}

async function through<T>(
  asked: Pick<Opening, 'role' | 'organizationId' | 'readOnly'>,
  run: (db: SystemDb, answers: unknown[][]) => Promise<T>,
  { first = (opening) => [openingOf(opening)], ahead, together, patience }: More = {},
): Promise<T> {
  const { prisma, transaction } = await engine()
  for (let tries = 1; ; tries++) {
    const opening: Opening = { ...asked }
    try {
      return await withOpening(opening, () =>
        transaction({
          opening,
          first: first(opening),
          ahead: ahead && ((sql) => ahead(asDb(sql) as never)),
          together,
          run: async (sql, answers) => {
            const { db, end } = lazyPrisma(prisma, sql, patience)
            try {
              const result = await run(db as unknown as SystemDb, answers)
              await end()
              return result
            } catch (error) {
              await end({ error })
              throw error
            }
          },
        }),
      )
    } catch (error) {
      // Nothing was committed, so the whole run is repeated; not in step with the other one.
      if (tries >= TRIES || !(failureOf(error) === 'conflict' || withoutNames(error))) throw error
      await wait(Math.random() * tries * PAUSE)
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

type Entering = {
  by: Entrance
  readOnly: boolean
  lock: boolean
  /** Sent along, before anybody knows who entered. */
  ahead?(db: SystemDb): ReadAhead
  /** A small read, all of it sent along: those of the same caller at the same moment share a round trip. */
  together?: boolean
}

/**
 * One organization, by whoever enters it: their membership as it is now comes with the door, read behind the lock when
 * one is asked for. Null: they are nobody here.
 */
export const enterTenant = <T>(
  { by, readOnly, lock, ahead, together }: Entering,
  run: (db: SystemDb, entered: Entered | null) => Promise<T>,
) =>
  through(
    {
      role: 'console_tenant',
      organizationId: 'organizationId' in by ? by.organizationId : null,
      readOnly,
    },
    (db, answers) => run(db, enteredBy(answers)),
    { first: (opening) => entering(by, lock, opening), ahead, together },
  )

/** Sign-in, own account, acceptance: column grants instead of an organization. */
export const inIdentity = <T>(run: (db: IdentityDb) => Promise<T>) =>
  open('console_identity', false)(null, (db) => run(db as IdentityDb))

/** The same, reads only. */
export const readIdentity = <T>(run: (db: IdentityDb) => Promise<T>) =>
  open('console_identity', true)(null, (db) => run(db as IdentityDb))

/** Worker, set-up, sweepers, seeds: every organization. Only a seed needs more patience. */
export const inSystem = <T>(run: (db: SystemDb) => Promise<T>, patience?: number) =>
  through({ role: 'console_system', organizationId: null, readOnly: false }, run, { patience })

/** The violated unique index was meant (a race that a lock does not cover). */
export const isUniqueViolation = (error: unknown) =>
  /^(P2002|23505)$/.test((error as { code?: string } | null)?.code ?? '')

/** A column of JSON without a value (Prisma keeps `null` for the JSON value). */
export const noJson = Words.DbNull

export type { Engine }
