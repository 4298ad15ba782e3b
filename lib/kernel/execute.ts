import 'server-only'
import type { z } from 'zod'
import { type Access, decide } from '@/lib/domain/decide'
import type { Permission } from '@/lib/domain/permissions'
import {
  inIdentity,
  inSystem,
  inTenant,
  readIdentity,
  readTenant,
  type SystemDb,
} from '@/lib/platform/db/doors'
import { lock } from '@/lib/platform/db/locks'
import { putInOutbox, wakeOutbox } from '@/lib/platform/outbox/outbox'
import { consume } from '@/lib/platform/rate-limit/limits'
import { actorOf, goneMeanwhile, readSelf } from './access'
import { type Entry, record } from './audit'
import type { Caller, CallerOf, MemberCaller, Scope } from './caller'
import type { AnyCommand, Change, OutboxItem, OutputOf, ScopeOf, Self, UseCase } from './define'
import { denialOf, recordDenial } from './denials'
import { invalidBy, invalidInput, isProblem, Problem } from './problem'
import { asProblem } from './unavailable'

/**
 * The only way to run a use case: parse, open the door, lock, read the caller's present access, decide, run,
 * write the event, parse the output, commit. Throws a Problem for whatever the caller may understand.
 */
export async function execute<U extends UseCase>(
  use: U,
  caller: CallerOf[ScopeOf<U>],
  raw: unknown,
  within?: Within,
): Promise<OutputOf<U>> {
  const parsed = parse(use.input, raw)
  if (use.kind === 'command') await spend(use, caller, parsed)
  const now = new Date()
  const input = await prepared(use, caller as MemberCaller, parsed, now)
  const after: After = { wake: false }
  const result = await through(use, caller, async (db) => {
    if (use.kind === 'command' && use.lock) await lock(db, lockName(use, caller))
    const member =
      use.scope === 'organization' ? await admit(db, use, caller as MemberCaller, after) : undefined
    const context = { ...member, db, caller, now }
    if (use.kind === 'query') return use.output.parse(await use.run(context as never, input))
    const events: Entry[] = []
    const acting = { ...context, ...tools(db, after) }
    const outcome = await perform(use, acting as Acting, input, events)
    if (events.length > 0) await record(db, events, caller.origin, now)
    await within?.(db)
    return outcome
  }).catch((error) => refused(error, after, caller, now))
  if (after.wake) wakeOutbox()
  return result as OutputOf<U>
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
async function prepared(use: UseCase, caller: MemberCaller, input: unknown, now: Date) {
  if (use.kind === 'query' || !use.prepare) return input
  const after: After = { wake: false }
  await readTenant(caller.organizationId, (db) => admit(db as never, use, caller, after)).catch(
    (error) => refused(error, after, caller, now),
  )
  return use.prepare(input as never)
}

type Run = (db: SystemDb) => Promise<unknown>

function through(use: UseCase, caller: Caller, run: Run): Promise<unknown> {
  const reads = use.kind === 'query'
  if (use.scope === 'organization') {
    const { organizationId } = caller as MemberCaller
    return (reads ? readTenant : inTenant)(organizationId, (db) => run(db as never))
  }
  if (use.scope === 'system') return inSystem(run)
  return (reads ? readIdentity : inIdentity)((db) => run(db as never))
}

const lockName = (use: AnyCommand, caller: Caller) =>
  use.lock === 'organization' ? (caller as MemberCaller).organizationId : 'installation'

/** The caller's membership as it is now, and the policy's answer. */
async function admit(db: SystemDb, use: UseCase, caller: MemberCaller, after: After) {
  const self = await readSelf(db, caller)
  const access: Access = {
    organizationRole: self.role,
    ...(caller.kind === 'key' && caller.ceiling && { ceiling: caller.ceiling }),
  }
  const permission = use.permission as Permission
  const decision = decide(access, permission)
  if (!decision.allowed) {
    after.denial = denialOf(caller, self, permission)
    throw new Problem('forbidden', decision.reason)
  }
  return { self, access, organizationId: caller.organizationId }
}

const tools = (db: SystemDb, after: After) => ({
  async enqueue(item: OutboxItem) {
    await putInOutbox(db, item)
    after.wake = true
  },
  lockOrganization: (organizationId: string) => lock(db, organizationId),
})

type Acting = { caller: Caller; self?: Self }

/** Runs a command, and those it runs as parts of itself, collecting what happened. */
async function perform(use: AnyCommand, acting: Acting, input: unknown, events: Entry[]) {
  const also = (part: AnyCommand, raw: unknown) =>
    perform(part, acting, parse(part.input, raw), events)
  const change: Change<unknown, Scope> = await use.run({ ...acting, also } as never, input)
  for (const happened of change.events) events.push(entryOf(use, acting, happened))
  return use.output.parse(change.result)
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
    throw invalidInput([{ pointer: '#', detail: 'Text may not hold U+0000 or half a character.' }])
  }
  return parsed.data
}

// PostgreSQL stores no U+0000 and no lone surrogate, in text or in JSON. Asked of what the schema left: a stranger's extra
// fields may be nested deeper than any stack.
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for
const unstorable = /[\u0000\p{Cs}]/u
const holdsUnstorable = (value: unknown): boolean =>
  typeof value === 'string'
    ? unstorable.test(value)
    : typeof value === 'object' && value !== null && Object.values(value).some(holdsUnstorable)

async function spend({ rateLimit }: AnyCommand, { origin }: Caller, input: unknown) {
  if (!rateLimit) return
  const key = rateLimit.key?.(input as never)
  const retryAfter = await consume(rateLimit.limit, origin.address, key).catch((error) => {
    throw asProblem(error)
  })
  if (retryAfter === null) return
  throw new Problem('rate_limited', `Too many tries. Again in ${retryAfter} s.`, {
    retry_after: retryAfter,
  })
}
