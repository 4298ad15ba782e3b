import 'server-only'
import { inSystem } from './db/doors'
import { log } from './log'
import { once } from './once'

const EVERY = 3_600_000 // ms
const DAY = 86_400_000 // ms

const state = () => once('sweeper', (): { timer?: NodeJS.Timeout; running?: Promise<void> } => ({}))

/** Deletes, now and then, what has served its purpose: old sign-in attempts, kept answers. History stays. */
export function startSweeper(): void {
  const sweep = () => {
    state().running = sweepOnce(new Date()).catch((error) =>
      log.warn({ err: error }, 'sweep failed'),
    )
  }
  state().timer ??= setInterval(sweep, EVERY).unref()
}

/** Stops it, after a sweep that is under way. */
export async function stopSweeper(): Promise<void> {
  clearInterval(state().timer)
  state().timer = undefined
  await state().running
}

export const sweepOnce = (now: Date): Promise<void> =>
  inSystem(async (db) => {
    await db.signInAttempt.deleteMany({ where: { expiresAt: { lt: now } } })
    const dayAgo = new Date(now.getTime() - DAY)
    await db.idempotencyKey.deleteMany({ where: { createdAt: { lt: dayAgo } } })
  })
