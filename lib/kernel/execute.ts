import 'server-only'
import type { z } from 'zod'
import { ceilingAt, includesPlace } from '@/lib/domain/ceiling'
import { type Access, decide } from '@/lib/domain/decide'
import type { Permission } from '@/lib/domain/permissions'
import { storable, UNSTORABLE } from '@/lib/domain/storable'
import { touchKey } from '@/lib/platform/activity/activity'
import {
  enterTenant,
  inIdentity,
  inSystem,
  readIdentity,
  type SystemDb,
} from '@/lib/platform/db/doors'
import type { Entered } from '@/lib/platform/db/entrance'
import { lock as takeLock } from '@/lib/platform/db/locks'
import type { Target } from '@/lib/platform/db/targets'
import { putInOutbox, wakeOutbox } from '@/lib/platform/outbox/outbox'
import { consume, forgive } from '@/lib/platform/rate-limit/limits'
import { actorOf, admitted, entranceOf, goneMeanwhile } from './access'
import { type Entry, record } from './audit'
import {
  type Asker,
  type Caller,
  ceilingOf,
  type MemberCaller,
  type PresentedKey,
  type Scope,
} from './caller'
import type { AnyCommand, Change, OutboxItem, OutputOf, ScopeOf, Self, UseCase } from './define'
import { denialOf, recordDenial } from './denials'
import { requireFresh, requireOpenGate } from './gate'
import { type Call, locatedAt, mayRead, noSuchPlace, sentAhead } from './located'
import { leaving } from './output'
import { invalidBy, invalidInput, isProblem, Problem } from './problem'
import { asProblem } from './unavailable'

/**
 * The only way to run a use case: parse, open the door, lock, read the caller's present access, decide, run,
 * write the event, parse the output, commit. Throws a Problem for whatever the caller may understand.
 */
export function execute<U extends UseCase>(
  use: U,
  asker: Asker<ScopeOf<U>>,
  raw: unknown,
  within?: Within,
): Promise<OutputOf<U>> {
  return run(use, asker as Caller, raw, within) as Promise<OutputOf<U>>
}

async function run(use: UseCase, asker: Caller, raw: unknown, within?: Within) {
  const parsed = parse(use.input, raw)
  const spent = use.kind === 'command' ? await spend(use, asker, parsed) : undefined
  const now = new Date()
  requireGates(use, asker, parsed, now)
  const input = await prepared(use, asker as Member, parsed, now)
  const after: After = { wake: false }
  const call: Call = { use, asker, input, now }
  const result = await through(call, async (db, entered) => {
    const member = use.scope === 'organization' ? await admit(call, db, entered, after) : undefined
    if (member && asker.kind === 'presented_key') countUse(member.caller, use, now)
    const context = { caller: asker, ...member, db, now }
    if (use.kind === 'query') return leaving(use, await use.run(context as never, input))
    const events: Entry[] = []
    const acting = { ...context, ...tools(db, after) }
    const outcome = await perform(use, acting as Acting, input, events)
    if (events.length > 0) record(db, events, asker.origin, now)
    await within?.(db)
    return outcome
  }).catch((error) => refused(error, after, asker, now))
  if (after.wake) wakeOutbox()
  await spent?.forgive()
  return result
}

/** What a session must have done before, whoever it is of. */
function requireGates(use: UseCase, asker: Caller, input: unknown, now: Date) {
  if (asker.kind !== 'session' || use.scope === 'public' || use.scope === 'system') return
  if (!use.beforeGate) requireOpenGate(asker)
  const fresh = use.kind === 'command' ? use.fresh : undefined
  if (typeof fresh === 'function' ? fresh(input as never) : fresh) requireFresh(asker, now)
}

/** Done in a command's own transaction, last: for the mark that must not exist without it (operations). */
export type Within = (db: SystemDb) => Promise<void>

/** What happens once the door is closed. */
type After = { wake: boolean; denial?: Entry }

async function refused(error: unknown, { denial }: After, caller: Caller, now: Date) {
  if (denial) await recordDenial(denial, caller.origin, now)
  const problem = asProblem(error)
  throw isProblem(problem) ? problem : ((await goneMeanwhile(caller)) ?? error)
}

/** Done for those alone who may run the command: they are asked before it, and again behind the lock. */
async function prepared(use: UseCase, asker: Member, input: unknown, now: Date) {
  if (use.kind === 'query' || !use.prepare) return input
  const after: After = { wake: false }
  const asked = { by: entranceOf(asker), readOnly: true, lock: false }
  const admitting = (db: SystemDb, entered: Entered | null) =>
    admit({ use, asker, input, now }, db, entered, after)
  await enterTenant(asked, admitting).catch((error) => refused(error, after, asker, now))
  return use.prepare(input as never)
}

type Member = MemberCaller | PresentedKey
type Run = (db: SystemDb, entered: Entered | null) => Promise<unknown>

function through(call: Call, run: Run): Promise<unknown> {
  const { use, asker } = call
  const readOnly = use.kind === 'query'
  const lock = use.kind === 'command' && use.lock !== undefined
  if (use.scope === 'organization') {
    const by = entranceOf(asker as Member)
    const ahead = sentAhead(call)
    const together = use.together?.(call.input as never)
    return enterTenant({ by, readOnly, lock, ahead, together }, run)
  }
  const outside = async (db: unknown) => {
    if (lock) await takeLock(db as object, 'installation')
    return run(db as SystemDb, null)
  }
  if (use.scope === 'system') return inSystem(outside)
  return (readOnly ? readIdentity : inIdentity)(outside)
}

/** The caller's membership as it is now, what they hold on the way to the target, and the policy's answer. */
async function admit(call: Call, db: SystemDb, entered: Entered | null, after: After) {
  const { use } = call
  const { caller, self } = admitted(call.asker as Member, entered)
  const target = await locatedAt(call, db)
  const ceiling = ceilingOf(caller)
  const place = target && { cloud: target.cloud.id, project: target.project?.id ?? null }
  const access: Access = {
    organizationRole: self.role,
    limits: self.limits,
    ...(ceiling && { ceiling: ceilingAt(ceiling, place) }),
    ...(target && { chain: target.chain }),
  }
  if (target && !mayRead(access)) throw noSuchPlace()
  if (ceiling && place && !includesPlace(ceiling, place)) throw noSuchPlace()
  const permission = use.permission as Permission
  const decision = decide(access, permission)
  if (!decision.allowed) {
    after.denial = denialOf(caller, self, permission)
    throw new Problem('forbidden', decision.reason)
  }
  return { caller, self, access, organizationId: caller.organizationId, target: target as Target }
}

function countUse(caller: MemberCaller, { name }: UseCase, at: Date) {
  if (caller.kind !== 'key' || caller.token) return
  const { address, userAgent: client } = caller.origin
  touchKey(caller.organizationId, caller.keyId, at, { address, client, useCase: name })
}

const tools = (db: SystemDb, after: After) => ({
  async enqueue(item: OutboxItem) {
    putInOutbox(db, item)
    after.wake = true
  },
  lockOrganization: (organizationId: string) => takeLock(db, organizationId),
})

type Acting = { caller: Caller; self?: Self }

/** Runs a command, and those it runs as parts of itself, collecting what happened. */
async function perform(use: AnyCommand, acting: Acting, input: unknown, events: Entry[]) {
  const also = (part: AnyCommand, raw: unknown) =>
    perform(part, acting, parse(part.input, raw), events)
  const change: Change<unknown, Scope> = await use.run({ ...acting, also } as never, input)
  for (const happened of change.events) events.push(entryOf(use, acting, happened))
  return leaving(use, change.result)
}

function entryOf(
  use: AnyCommand,
  { caller, self }: Acting,
  happened: Change<unknown, Scope>['events'][number],
): Entry {
  const event = happened.event ?? use.event
  if (event !== use.event && !use.furtherEvents?.includes(event)) {
    throw new Error(`${use.name} wrote ${event}, which it does not declare.`)
  }
  if (!self) return { ...happened, event } as Entry
  const member = caller as MemberCaller
  return { ...happened, event, organizationId: member.organizationId, actor: actorOf(member, self) }
}

function parse<T extends z.ZodType>(schema: T, raw: unknown): z.output<T> {
  const parsed = schema.safeParse(raw)
  if (!parsed.success) throw invalidBy(parsed.error)
  if (holdsUnstorable(parsed.data)) {
    throw invalidInput([{ pointer: '#', detail: UNSTORABLE }])
  }
  return parsed.data
}

// Asked of what the schema left: a stranger's extra fields may be nested deeper than any stack.
const holdsUnstorable = (value: unknown): boolean =>
  typeof value === 'string'
    ? !storable.test(value)
    : typeof value === 'object' && value !== null && Object.values(value).some(holdsUnstorable)

async function spend({ rateLimit }: AnyCommand, caller: Caller, input: unknown) {
  if (!rateLimit) return
  const { limit, forgives } = rateLimit
  const { address } = caller.origin
  const unavailable = (error: unknown) => {
    throw asProblem(error)
  }
  const key = await Promise.resolve(rateLimit.key?.(input as never, caller as never)).catch(
    unavailable,
  )
  const retryAfter = await consume(limit, address, key).catch(unavailable)
  if (retryAfter === null) {
    return {
      forgive: async () => forgives && key !== undefined && forgive(limit, address, key),
    }
  }
  throw new Problem('rate_limited', `Too many tries. Again in ${retryAfter} s.`, {
    retry_after: retryAfter,
  })
}
