import 'server-only'
import { newId } from '@/lib/domain/id'
import { seal } from '../crypto/seal'
import { sqlOf, statement } from '../db/sql'
import { log } from '../log'
import { once } from '../once'
import { type OutboxKind, sweepOutbox } from './queue'
import { type Handlers, workOnce } from './work'

export { PermanentFailure } from './failure'
export type { OutboxKind } from './queue'
export type { Handler, Handlers, Item } from './work'

const LOOK_EVERY = 5_000 // ms, for items whose wait is over and those of other processes
const SWEEP_EVERY = 24 * 3_600_000 // ms

type Loop = { stopping: boolean; woken: boolean; failing: boolean; sweptAt: number; wake?(): void }
type Running = { loop: Loop; ended: Promise<void> }

const state = () => once('outbox', (): { running?: Running } => ({}))

const INSERT = statement(
  `INSERT INTO outbox (id, organization_id, kind, subject_id, payload, created_at, available_at)
   VALUES ($1, $2, $3, $4, $5, $6::timestamptz, $6::timestamptz)`,
)

/** Adds an item in the transaction at hand, its payload sealed; written with the commit. */
export function putInOutbox(
  db: object,
  item: { organizationId: string; kind: OutboxKind; subjectId: string; payload: object },
): void {
  const { organizationId, kind, subjectId, payload } = item
  const now = new Date().toISOString()
  const values = [newId('out'), organizationId, kind, subjectId, seal('outbox', payload), now]
  sqlOf(db).last(INSERT, values)
}

/** Says that there is work: call after the commit. Does nothing where no loop runs. */
export function wakeOutbox(): void {
  const loop = state().running?.loop
  if (!loop) return
  loop.woken = true
  loop.wake?.()
}

/** Starts the one loop of this process. Items are run one after the other; see Handlers for what a handler gets. */
export function startOutbox(handlers: Handlers): void {
  const loop: Loop = { stopping: false, woken: false, failing: false, sweptAt: 0 }
  state().running ??= { loop, ended: keepWorking(loop, handlers) }
}

/** Ends the loop, after the item it is at. */
export async function stopOutbox(): Promise<void> {
  const { running } = state()
  if (!running) return
  running.loop.stopping = true
  running.loop.wake?.()
  await running.ended
  if (state().running === running) state().running = undefined
}

async function keepWorking(loop: Loop, handlers: Handlers) {
  while (!loop.stopping) {
    loop.woken = false
    const worked = await step(loop, handlers)
    if (!worked && !loop.woken && !loop.stopping) await pause(loop)
  }
}

async function step(loop: Loop, handlers: Handlers): Promise<boolean> {
  try {
    if (Date.now() - loop.sweptAt > SWEEP_EVERY) {
      await sweepOutbox(new Date())
      loop.sweptAt = Date.now()
    }
    const worked = await workOnce(handlers)
    if (loop.failing) log.info('outbox: working again')
    loop.failing = false
    return worked
  } catch (err) {
    // Said once, not every five seconds for as long as the database is away.
    if (!loop.failing) log.error({ err }, 'outbox: the database did not answer')
    loop.failing = true
    return false
  }
}

const pause = (loop: Loop) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, LOOK_EVERY)
    timer.unref()
    loop.wake = () => {
      clearTimeout(timer)
      resolve()
    }
  }).finally(() => {
    loop.wake = undefined
  })
