import 'server-only'
import type { z } from 'zod'
import type { Access } from '@/lib/domain/decide'
import type { EventName } from '@/lib/domain/events'
import type { Permission } from '@/lib/domain/permissions'
import type { OrganizationLimit, OrganizationRole } from '@/lib/domain/roles'
import type { IdentityDb, ReadDb, SystemDb, WriteDb } from '@/lib/platform/db/doors'
import type { ReadAhead } from '@/lib/platform/db/sql'
import type { Place, Target } from '@/lib/platform/db/targets'
import type { OutboxKind } from '@/lib/platform/outbox/queue'
import type { LimitName } from '@/lib/platform/rate-limit/limits'
import type { Actor, Recorded } from './audit'
import type { CallerOf, Scope } from './caller'

/** The caller's open membership, read inside the transaction. */
export type Self = {
  id: string
  userId: string
  /** A person, or a service account. */
  kind: string
  name: string
  email: string
  role: OrganizationRole
  limits: OrganizationLimit[]
}

type Common<S extends Scope> = { caller: CallerOf[S]; now: Date }
type Asking<S extends Scope> = Common<S> &
  (S extends 'organization'
    ? {
        self: Self
        access: Access
        organizationId: string
        /** What `locate` named, with its names. Only of a use case that has `locate`. */
        target: Target
      }
    : unknown)
type Acting<S extends Scope> = Asking<S> & {
  /** Work that leaves the process after the commit, sealed (lib/platform/outbox). */
  enqueue(item: OutboxItem): Promise<void>
  /** Runs another command as part of this one: same transaction, its own events. This one's permission covers it. */
  also<C extends AnyCommand>(command: C, input: InputOf<C>): Promise<OutputOf<C>>
  /** Holds an organization's lock to the end of the transaction; rules that count take it. */
  lockOrganization(organizationId: string): Promise<void>
}
export type OutboxItem = {
  organizationId: string
  kind: OutboxKind
  subjectId: string
  payload: object
}

type ReadDoor = { organization: ReadDb; person: IdentityDb; public: IdentityDb; system: SystemDb }
type WriteDoor = { organization: WriteDb; person: IdentityDb; public: IdentityDb; system: SystemDb }

/** An event of a command; those outside an organization's door say whose log it goes to and who acted. */
export type Happened<S extends Scope> = Recorded &
  (S extends 'organization' ? unknown : { organizationId: string; actor: Actor })
export type More<S extends Scope> = Happened<S> & { event: EventName }

/** What a command leaves behind. Only `changed` and `unchanged` make one, so none forgets its event. */
export type Change<T, S extends Scope> = {
  readonly result: T
  readonly events: readonly (Happened<S> & { event?: EventName })[]
  readonly made: symbol
}
const made = Symbol('change')
/** The result, what happened (under the command's own event), and further events it also declares. */
export const changed = <T, S extends Scope = 'organization'>(
  result: T,
  happened: Happened<S> | Happened<S>[],
  ...more: More<S>[]
): Change<T, S> => ({ result, events: [happened, more].flat() as Change<T, S>['events'], made })
/** The result of a command that found nothing to change. */
export const unchanged = <T, S extends Scope = 'organization'>(result: T): Change<T, S> => ({
  result,
  events: [],
  made,
})

type LimitKey = string | undefined

type Spec<S extends Scope, I extends z.ZodType, O extends z.ZodType> = {
  /** `noun.verb`, stable: console reads and logs carry it. */
  name: string
  summary: string
  scope: S
  input: I
  output: O
  /** Also before the terms are accepted and a demanded factor is proven: what one needs to do so, or to leave. */
  beforeGate?: S extends 'organization' | 'person' ? true : never
  /**
   * The cloud or project that this is about. Who may not read it is told that there is none; `access` then holds what the
   * caller holds on the way to it. Null: about the organization after all.
   */
  locate?: S extends 'organization' ? (input: z.output<I>) => Place | null : never
  /**
   * Sends reads of `run` along with the opening of the door (behind its lock), confined like all: `run` finds the answers when it
   * asks the same, a refusal throws them away. `all`: a query asks nothing else.
   */
  ahead?: S extends 'organization'
    ? (db: ReadDb, input: z.output<I>, now: Date) => ReadAhead
    : never
  /** Of a query that asks nothing but what is sent ahead, where it is small: one caller's, of one moment, share a round trip. */
  together?: S extends 'organization' ? (input: z.output<I>) => boolean : never
} & (S extends 'organization' ? { permission: Permission } : { permission?: undefined })

export type Query<S extends Scope, I extends z.ZodType, O extends z.ZodType> = Spec<S, I, O> & {
  kind: 'query'
  run(context: Asking<S> & { db: ReadDoor[S] }, input: z.output<I>): Promise<z.input<O>>
}
export type Command<S extends Scope, I extends z.ZodType, O extends z.ZodType> = Spec<S, I, O> & {
  kind: 'command'
  event: EventName
  /** Further events this command itself may write. */
  furtherEvents?: readonly EventName[]
  /** Taken before the caller's access is read, so what is read is the present. */
  lock?: S extends 'organization' ? 'organization' : S extends 'system' ? 'installation' : never
  /** Asks a session for a proof of who it is, not older than ten minutes (lib/kernel/gate.ts); keys are not asked. */
  fresh?: S extends 'organization' | 'person' ? true | ((input: z.output<I>) => boolean) : never
  /**
   * Limits counted before the door opens, by the client's address and, if given, by a key: of the input, or of whoever is
   * behind it. `forgives`: what was done proves that the tries before were the same person's.
   */
  rateLimit?: {
    limit: LimitName
    key?(input: z.output<I>, caller: CallerOf[S]): LimitKey | Promise<LimitKey>
    forgives?: true
  }
  /** Slow work on the input, such as hashing, that no transaction should wait for. Not done for a part (`also`). */
  prepare?: S extends 'organization' ? (input: z.output<I>) => Promise<z.output<I>> : never
  run(context: Acting<S> & { db: WriteDoor[S] }, input: z.output<I>): Promise<Change<z.input<O>, S>>
}

// biome-ignore lint/suspicious/noExplicitAny: erased here, exact at every call site
type Any = any
export type AnyQuery = Query<Any, Any, Any>
export type AnyCommand = Command<Any, Any, Any>
export type UseCase = AnyQuery | AnyCommand
export type ScopeOf<U extends UseCase> = U['scope']
export type InputOf<U extends UseCase> = z.input<U['input']>
export type OutputOf<U extends UseCase> = z.output<U['output']>

/** A read. Its database handle has no write methods, and its transaction is read-only. */
export const defineQuery = <S extends Scope, I extends z.ZodType, O extends z.ZodType>(
  spec: Omit<Query<S, I, O>, 'kind'> & Spec<S, I, O>,
): Query<S, I, O> => ({ ...spec, kind: 'query' }) as unknown as Query<S, I, O>

/** A change, with the event it leaves in the audit log. */
export const defineCommand = <S extends Scope, I extends z.ZodType, O extends z.ZodType>(
  spec: Omit<Command<S, I, O>, 'kind'> & Spec<S, I, O>,
): Command<S, I, O> => ({ ...spec, kind: 'command' }) as unknown as Command<S, I, O>
