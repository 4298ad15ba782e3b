import 'server-only'
import { log } from '../log'
import { once } from '../once'
import { type Touch, type Touched, writeTouches } from './write'

const FLUSH_EVERY = 30_000 // ms: "last used" is at most a minute late (DESIGN §6)

type Waiting = Record<Touched, Map<string, Touch>>
const nothing = (): Waiting => ({ api_key: new Map(), session: new Map(), membership: new Map() })

type State = { waiting: Waiting; timer?: NodeJS.Timeout; flushing?: Promise<boolean> }
const state = () => once('activity', (): State => ({ waiting: nothing() }))

/** Notes that a key was used; written within half a minute. Costs no query. */
export function touchKey(organizationId: string, keyId: string, at: Date): void {
  touch('api_key', { organization_id: organizationId, id: keyId, at })
}

/** Notes that a session, and so its member, was active; written within half a minute. Costs no query. */
export function touchSession(
  organizationId: string,
  sessionId: string,
  membershipId: string,
  at: Date,
): void {
  touch('session', { organization_id: organizationId, id: sessionId, at })
  touch('membership', { organization_id: organizationId, id: membershipId, at })
}

function touch(table: Touched, touched: Touch) {
  const rows = state().waiting[table]
  const name = `${touched.organization_id} ${touched.id}`
  const known = rows.get(name)
  if (!known || known.at < touched.at) rows.set(name, touched)
}

/** Starts the one timer of this process. It keeps no process alive. */
export function startActivity(): void {
  const activity = state()
  activity.timer ??= setInterval(flushActivity, FLUSH_EVERY).unref()
}

/** Writes what waits. Never rejects: a batch that failed waits on, and the log says so. Not inside a door. */
export async function flushActivity(): Promise<void> {
  await flush()
}

/** Ends the timer and writes what waits. */
export async function stopActivity(): Promise<void> {
  const activity = state()
  clearInterval(activity.timer)
  activity.timer = undefined
  if (!(await flush())) log.error(counts(activity.waiting), 'activity: times of last use were lost')
}

/** One flush after the other; true when nothing that waited at the call still waits. */
function flush(): Promise<boolean> {
  const activity = state()
  const mine = (activity.flushing ?? Promise.resolve(true)).then(writeWaiting)
  activity.flushing = mine
  return mine.finally(() => {
    if (activity.flushing === mine) activity.flushing = undefined
  })
}

async function writeWaiting(): Promise<boolean> {
  const activity = state()
  const taken = activity.waiting
  if (taken.api_key.size + taken.session.size + taken.membership.size === 0) return true
  activity.waiting = nothing()
  try {
    await writeTouches({
      api_key: [...taken.api_key.values()],
      session: [...taken.session.values()],
      membership: [...taken.membership.values()],
    })
    return true
  } catch (err) {
    for (const table of ['api_key', 'session', 'membership'] as const) {
      for (const touched of taken[table].values()) touch(table, touched)
    }
    log.warn({ err, ...counts(taken) }, 'activity: not written, to be tried again')
    return false
  }
}

const counts = ({ api_key, session, membership }: Waiting) => ({
  keys: api_key.size,
  sessions: session.size,
  members: membership.size,
})
