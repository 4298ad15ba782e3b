import 'server-only'
import { inSystem } from './db/doors'
import { log } from './log'
import { once } from './once'

const EVERY = 3_600_000 // ms
const DAY = 86_400_000 // ms

const state = () => once('sweeper', (): { timer?: NodeJS.Timeout; running?: Promise<void> } => ({}))

type Task = () => Promise<unknown>

/**
 * Deletes, at the start and every hour, what has served its purpose: old sign-in attempts, kept answers. History
 * stays. Then runs the tasks; one that fails is said in the log and keeps no other from its turn.
 */
export function startSweeper(tasks: readonly Task[]): void {
  const sweep = async () => {
    for (const task of [() => sweepOnce(new Date()), ...tasks]) {
      await task().catch((error) => log.warn({ err: error }, 'sweep failed'))
    }
  }
  const start = () => {
    state().running = (state().running ?? Promise.resolve()).then(sweep)
  }
  if (state().timer) return
  state().timer = setInterval(start, EVERY).unref()
  start()
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
    const monthAgo = new Date(now.getTime() - 30 * DAY)
    await db.accountLink.deleteMany({ where: { expiresAt: { lt: monthAgo } } })
    await db.emailChange.deleteMany({ where: { expiresAt: { lt: monthAgo } } })
    await db.apiKeyUse.deleteMany({ where: { day: { lt: monthAgo } } })
    await db.accessToken.deleteMany({ where: { expiresAt: { lt: new Date(now.getTime() - DAY) } } })
    await db.usedAssertion.deleteMany({ where: { expiresAt: { lt: now } } })
    const forgotten = new Date(now.getTime() - 400 * DAY)
    await db.knownDevice.deleteMany({ where: { lastSeenAt: { lt: forgotten } } })
    const dayAgo = new Date(now.getTime() - DAY)
    await db.idempotencyKey.deleteMany({ where: { createdAt: { lt: dayAgo } } })
    await db.loginCode.deleteMany({ where: { expiresAt: { lt: dayAgo } } })
    // Mail that was written while its organization went.
    const gone = await db.organizationTombstone.findMany({ select: { id: true } })
    const organizationId = { in: gone.map(({ id }) => id) }
    await db.outbox.deleteMany({ where: { organizationId } })
  })
