import 'server-only'
import { scrub } from '../../listener/log.js'
import { unseal } from '../crypto/seal'
import { log } from '../log'
import { isPermanentFailure } from './failure'
import { type Claimed, claim, markDead, markDone, markForLater, type OutboxKind } from './queue'

/** `last`: when this try fails, there is no other. `id` is the same at every try (Message-ID). */
export type Item = {
  id: string
  organizationId: string
  subjectId: string
  attempts: number
  last: boolean
}
export type Handler = (payload: unknown, item: Item) => Promise<void>
/** Kinds without a handler here wait for a process that has one. */
export type Handlers = Partial<Record<OutboxKind, Handler>>

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
/** Waits after the first, second … failed try, in ms; after the last one the item is dead. */
export const WAITS = [10 * SECOND, 1 * MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR] as const

/** Runs one due item. False when none is due. At least once: a crash before the mark repeats it. */
export async function workOnce(handlers: Handlers): Promise<boolean> {
  const item = await claim(Object.keys(handlers), new Date())
  if (!item) return false
  if (item.attempts > WAITS.length + 1) {
    await markDead(item, new Date(), 'Given up: every try ended with the process.')
    return true
  }
  const error = await run(handlers, item)
  if (error === null) await markDone(item, new Date())
  else await putOff(item, error)
  return true
}

async function run(handlers: Handlers, item: Claimed): Promise<unknown> {
  const { kind, payload, ...rest } = item
  try {
    const opened = unseal('outbox', payload)
    await handlers[kind]?.(opened, { ...rest, last: WAITS[item.attempts - 1] === undefined })
    return null
  } catch (error) {
    return error ?? new Error('Failed without a reason.')
  }
}

async function putOff(item: Claimed, error: unknown) {
  const wait = isPermanentFailure(error) ? undefined : WAITS[item.attempts - 1]
  const reason = reasonOf(error)
  const facts = { item: item.id, kind: item.kind, attempts: item.attempts, reason }
  if (wait === undefined) {
    await markDead(item, new Date(), reason)
    log.error(facts, 'outbox: given up')
  } else {
    await markForLater(item, new Date(Date.now() + wait), reason)
    log.warn({ ...facts, again_in_s: wait / SECOND }, 'outbox: failed, to be tried again')
  }
}

/** One line of at most 200 characters, without secrets. */
const reasonOf = (error: unknown): string => {
  const line = scrub(String((error as Error).message ?? error)).replace(/[\s\p{Cc}]+/gu, ' ')
  return [...line].slice(0, 200).join('')
}
