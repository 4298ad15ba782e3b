import 'server-only'
import { log } from '../log'
import { once } from '../once'
import { type KeyTouch, type KeyUse, type Touch, writeTouches } from './write'

const FLUSH_EVERY = 30_000 // ms: "last used" is at most a minute late (DESIGN §6)

type Waiting = {
  api_key: Map<string, KeyTouch>
  service_account: Map<string, Touch>
  session: Map<string, Touch>
  membership: Map<string, Touch>
  uses: Map<string, KeyUse>
}
const nothing = (): Waiting => ({
  api_key: new Map(),
  service_account: new Map(),
  session: new Map(),
  membership: new Map(),
  uses: new Map(),
})

type State = { waiting: Waiting; timer?: NodeJS.Timeout; flushing?: Promise<boolean> }
const state = () => once('activity', (): State => ({ waiting: nothing() }))

/** What the lists of keys show of a client. */
const CLIENT = 200

type By = { address?: string | null; client?: string | null }

/** Notes that a key was used, and from where; written within half a minute. Costs no query. */
export function touchKey(
  organizationId: string,
  keyId: string,
  at: Date,
  { address = null, client = null }: By = {},
): void {
  const key = { organization_id: organizationId, id: keyId }
  touch(state().waiting.api_key, { ...key, at, address, client: client?.slice(0, CLIENT) ?? null })
}

/** Notes what a key called; the same. */
export function countCall(organizationId: string, keyId: string, at: Date, useCase: string): void {
  const day = at.toISOString().slice(0, 10)
  const use = { organization_id: organizationId, id: keyId, day, use_case: useCase, requests: 1 }
  count(state().waiting.uses, use)
}

/** Notes that a service account was there by an access token; written within half a minute. Costs no query. */
export function touchAccount(organizationId: string, accountId: string, at: Date): void {
  touch(state().waiting.service_account, { organization_id: organizationId, id: accountId, at })
}

/** Adds up what was called on the same day. */
function count(uses: Map<string, KeyUse>, use: KeyUse) {
  const name = [use.organization_id, use.id, use.day, use.use_case].join(' ')
  const requests = (uses.get(name)?.requests ?? 0) + use.requests
  uses.set(name, { ...use, requests })
}

/** Notes that a session, and so its member, was active; written within half a minute. Costs no query. */
export function touchSession(
  organizationId: string,
  sessionId: string,
  membershipId: string,
  at: Date,
): void {
  const { session, membership } = state().waiting
  touch(session, { organization_id: organizationId, id: sessionId, at })
  touch(membership, { organization_id: organizationId, id: membershipId, at })
}

function touch<T extends Touch>(rows: Map<string, T>, touched: T) {
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
  if (Object.values(taken).every(({ size }) => size === 0)) return true
  activity.waiting = nothing()
  try {
    await writeTouches({
      api_key: [...taken.api_key.values()],
      service_account: [...taken.service_account.values()],
      session: [...taken.session.values()],
      membership: [...taken.membership.values()],
      uses: [...taken.uses.values()],
    })
    return true
  } catch (err) {
    const { api_key, service_account, session, membership, uses } = activity.waiting
    for (const touched of taken.api_key.values()) touch(api_key, touched)
    for (const touched of taken.service_account.values()) touch(service_account, touched)
    for (const touched of taken.session.values()) touch(session, touched)
    for (const touched of taken.membership.values()) touch(membership, touched)
    for (const use of taken.uses.values()) count(uses, use)
    log.warn({ err, ...counts(taken) }, 'activity: not written, to be tried again')
    return false
  }
}

const counts = ({ api_key, service_account, session, membership, uses }: Waiting) => ({
  keys: api_key.size,
  accounts: service_account.size,
  requests: [...uses.values()].reduce((sum, { requests }) => sum + requests, 0),
  sessions: session.size,
  members: membership.size,
})
