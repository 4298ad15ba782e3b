import 'server-only'
import { newId } from '@/lib/domain/id'
import { seal } from '../crypto/seal'
import type { SystemDb } from '../db/doors'
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

/** Adds an item in the transaction at hand, its payload sealed. createMany: the roles may insert, not read back. */
export async function putInOutbox(
  db: Pick<SystemDb, 'outbox'>,
  item: { organizationId: string; kind: OutboxKind; subjectId: string; payload: object },
): Promise<void> {
  await db.outbox.createMany({
    data: [{ ...item, id: newId('out'), payload: seal('outbox', item.payload) }],
  })
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
