import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPostgres } from '../postgres'
import {
  type Answer,
  client,
  makeDatabase,
  overUrl,
  program,
  type Running,
  type Seed,
  secret,
  withClient,
} from './installation'
import { checkConsistent, Ledger, writers } from './writers'

let postgres: Awaited<ReturnType<typeof startPostgres>>
let place: ReturnType<typeof overUrl>
let server: Running
const env = { INVITATION_MAX_PENDING: '100000', INVITATION_MAX_PER_DAY: '100000' }

beforeAll(async () => {
  postgres = await startPostgres({ durable: true, connections: 20 })
  const url = await makeDatabase(postgres.url, 'away')
  const given = { DATABASE_URL: url, AUTH_SECRET: secret, DATA_DIR: '/nonexistent' }
  const seed: Seed = JSON.parse(await program('lib/listener/seed.js', ['basic', '--json'], given))
  place = overUrl(url, seed, '/nonexistent')
  server = await place.start(env)
})
afterAll(async () => {
  await server?.stop()
  await postgres?.stop()
})

const owner = () => client(server, place.seed.owner.api_key)
const ready = async () => {
  const answer = await fetch(`${server.url}/api/ready`)
  return { code: answer.status, ...(await answer.json()) }
}
const becomes = (code: number) =>
  expect.poll(async () => (await ready()).code, { timeout: 30_000, interval: 100 }).toBe(code)

/** A clear refusal: 503, a sentence, when to come again; nothing of the inside. */
function expectUnavailable(answer: Answer) {
  expect(answer.status).toBe(503)
  expect(answer.body).toMatchObject({ code: 'unavailable', status: 503, retry_after: 2 })
  expect(answer.body.detail).toMatch(
    /^The database .* (Nothing was changed|Check whether it took effect)/,
  )
  expect(answer.headers.get('retry-after')).toBe('2')
  expect(JSON.stringify(answer.body)).not.toMatch(/ECONN|pg_|prisma|127\.0\.0\.1|at .*\(/i)
}

/** Load that goes on whatever is answered; what it was answered. */
function load(signal: AbortSignal) {
  const answers: Answer[] = []
  const keepOn = async (work: () => Promise<Answer>) => {
    while (!signal.aborted) {
      answers.push(await work())
      await wait(20)
    }
  }
  let made = 0
  const done = Promise.all([
    keepOn(() => owner()('GET', '/api/v2/organization_collaborators/?count=50')),
    keepOn(() => owner()('GET', '/api/v2/userinfo/')),
    keepOn(() => owner()('PATCH', '/api/gatehouse/v1/organization', { name: `Halden ${made++}` })),
    keepOn(() =>
      owner()('POST', '/api/v2/organization_invitations/', {
        email: `away.${made++}@halden.example`,
      }),
    ),
  ])
  return { answers, done }
}

const saidUnexpected = () =>
  server.log().match(/unhandled rejection|uncaught exception|unexpected failure|"status":500/g) ??
  []

const LOOP_AWAY = /outbox: the database did not answer/g
const LOOP_BACK = /outbox: working again/g
const said = (words: RegExp) => server.log().match(words)?.length ?? 0

test.each([
  ['stopped and started', () => postgres.halt()],
  ['killed and started', () => postgres.crash()],
])(
  'PostgreSQL %s under load: 503 with a sentence, then all is well again by itself',
  async (_, end) => {
    const stop = new AbortController()
    const awayBefore = said(LOOP_AWAY)
    const under = load(stop.signal)
    await becomes(200)
    await wait(300)
    await end()
    await becomes(503)
    expect(await ready()).toEqual({ code: 503, status: 'unavailable', reason: 'database' })
    expectUnavailable(await owner()('GET', '/api/v2/userinfo/'))
    expectUnavailable(await owner()('PATCH', '/api/gatehouse/v1/organization', { name: 'Halden' }))
    const page = await fetch(`${server.url}/sign-in`, { headers: { accept: 'text/html' } })
    expect(page.status).toBe(503)
    expect(await page.text()).toContain('unavailable req_') // by which the page in the browser says so
    expect((await fetch(`${server.url}/api/health`)).status).toBe(200)
    await expect.poll(() => said(LOOP_AWAY), { timeout: 20_000 }).toBe(awayBefore + 1)
    await postgres.start()
    await becomes(200)
    expect((await owner()('GET', '/api/v2/userinfo/')).status).toBe(200)
    stop.abort()
    await under.done
    const refused = under.answers.filter(({ status }) => status >= 300)
    expect(refused.length).toBeGreaterThan(0)
    for (const answer of refused) expectUnavailable(answer)
    expect(saidUnexpected()).toEqual([])
    // The work of the process goes on: its loop takes what is put into the outbox.
    await expect.poll(() => said(LOOP_BACK), { timeout: 20_000 }).toBe(awayBefore + 1)
  },
)

/** How many connections the program has after much at once, and how many of them do something. */
async function connections() {
  await Promise.all(Array.from({ length: 40 }, () => owner()('GET', '/api/v2/userinfo/')))
  const [row] = await place.look((ask) =>
    ask(`SELECT count(*)::int AS n, count(*) FILTER (WHERE state <> 'idle')::int AS busy FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`),
  )
  return row as { n: number; busy: number }
}
const manyConnections = async () => (await connections()).n

test('the pool does not leak: after both, ten connections at most, none in a transaction', async () => {
  expect((await connections()).n).toBeLessThanOrEqual(10)
  // What was read is answered before its transaction has ended; one that leaked would never end.
  await expect.poll(async () => (await connections()).busy, { timeout: 20_000 }).toBe(0)
})

test('every change that was answered during it is there, with its event', async () => {
  const ledger = new Ledger()
  const stop = new AbortController()
  const work = writers(server, place.seed, ledger, stop.signal)
  await ledger.answered(10)
  await postgres.crash()
  await postgres.start()
  await ledger.answered(10)
  stop.abort()
  await work
  for (const answer of ledger.failures) expectUnavailable(answer)
  await place.look(async (ask) => {
    await checkConsistent(ask)
    const invitations = (await ask('SELECT id FROM invitation')).map(({ id }) => id)
    expect(invitations).toEqual(expect.arrayContaining(ledger.invitations))
  })
})

test('no connection left on the server: 503, and well again when there is one', async () => {
  const held: (() => void)[] = []
  const holders: Promise<unknown>[] = []
  await server.stop()
  server = await place.start(env)
  const url = new URL(place.env.DATABASE_URL as string)
  url.searchParams.set('application_name', 'holder')
  /** Takes one more place; false: there is none. */
  const hold = () =>
    new Promise<boolean>((taken) => {
      const holding = () => {
        taken(true)
        return new Promise<void>((done) => held.push(done))
      }
      holders.push(withClient(url.href, holding).catch(() => taken(false)))
    })
  await withClient(postgres.url, async (admin) => {
    const others = async () => {
      const { rows } = await admin.query(
        `SELECT count(*)::int AS n FROM pg_stat_activity WHERE backend_type = 'client backend'
           AND application_name <> 'holder' AND pid <> pg_backend_pid()`,
      )
      return rows[0].n
    }
    // A connection that is being ended keeps its place for a moment, which is then free for whoever comes first: all
    // are taken when there is none beside these, before and after one was refused.
    const takeAll = async () => {
      await admin.query(
        `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = 'away' AND application_name <> 'holder'`,
      )
      while (await hold());
      return { before: await others(), free: await hold(), after: await others() }
    }
    try {
      await expect.poll(takeAll, { timeout: 60_000 }).toEqual({ before: 0, free: false, after: 0 })
      for (let times = 0; times < 3; times++)
        expectUnavailable(await owner()('GET', '/api/v2/userinfo/'))
    } finally {
      for (const done of held) done()
    }
    await Promise.all(holders)
  })
  await becomes(200)
  expect((await owner()('GET', '/api/v2/userinfo/')).status).toBe(200)
  expect(saidUnexpected()).toEqual([])
})

test('a server that fell silent: /api/ready does not wait for it, and what was asked is answered when it is back', async () => {
  // Who has no connection yet is refused after as long as /api/ready waits: there is one for whatever is under way.
  // Pages of a list that share no flight: no count is asked for, so they are large (lib/kernel/page.ts).
  const page = () => owner()('GET', '/api/v2/organization_collaborators/')
  const many = () => Promise.all(Array.from({ length: 10 }, page)).then(manyConnections)
  await expect.poll(many, { timeout: 20_000 }).toBeGreaterThanOrEqual(5)
  postgres.signal('SIGSTOP')
  const asked = owner()('PATCH', '/api/gatehouse/v1/organization', { name: 'Halden Silent' })
  expect(await ready()).toMatchObject({ code: 503, reason: 'database' })
  postgres.signal('SIGCONT')
  expect((await asked).status).toBe(200)
  await becomes(200)
})

test('a row that another transaction never lets go: the wait ends, with a sentence', async () => {
  await withClient(place.env.DATABASE_URL as string, async (other) => {
    await other.query('BEGIN')
    await other.query('SELECT 1 FROM organization FOR UPDATE')
    const answer = await owner()('PATCH', '/api/gatehouse/v1/organization', {
      name: 'Halden Waiting',
    })
    expectUnavailable(answer)
    expect(answer.body.detail).toMatch(/did not answer in time/)
    await other.query('ROLLBACK')
  })
  expect(
    (await owner()('PATCH', '/api/gatehouse/v1/organization', { name: 'Halden On' })).status,
  ).toBe(200)
})
