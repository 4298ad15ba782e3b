import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import {
  engines,
  type Installation,
  installation,
  program,
  type Row,
  type Running,
} from './installation'
import { type Mail, mailServer } from './mail-server'
import { checkConsistent, checkLedger, Ledger, writers } from './writers'

const KILLS = Number(process.env.FAULT_KILLS ?? 10) // on each engine
const CROWD = 200
const minutes = (n: number) => n * 60_000
type Ask = (sql: string, values?: unknown[]) => Promise<Row[]>

test.concurrent.each(engines)(
  '%s: killed again and again in the middle of writes; nothing that was answered is lost, nothing is half done',
  async (engine) => {
    const place = await installation(engine)
    const mail = await mailServer()
    const env = {
      SMTP_URL: mail.url,
      MAIL_FROM: 'Gatehouse <gatehouse@halden.example>',
      INVITATION_MAX_PENDING: '100000',
      INVITATION_MAX_PER_DAY: '100000',
    }
    const operation = await startRemoval(place)
    const ledger = new Ledger()
    for (let kills = 1; kills <= KILLS; kills++) {
      const server = await place.start(env)
      // Now and then when a mail was taken and the program was not told; else somewhere in the first writes.
      const taken = new Promise<void>((resolve) => {
        mail.hook.onMail = kills % 5 === 0 ? () => server.kill().then(resolve) : undefined
      })
      const stop = new AbortController()
      const work = writers(server, place.seed, ledger, stop.signal)
      await (kills % 5 === 0 ? taken : ledger.answered(1 + (kills % 7)))
      await server.kill()
      stop.abort()
      await work
      if (kills % 5 === 0 || kills === KILLS) await place.look(aMinuteLater)
    }
    mail.hook.onMail = undefined
    const server = await place.start(env)
    await finished(server, place, operation)
    expect(await server.stop()).toBe(0)
    await mail.stop()

    expect(ledger.failures).toEqual([])
    expect(ledger.invitations.length).toBeGreaterThan(KILLS / 4)
    await place.look(async (ask) => {
      await checkLedger(ask, ledger, place.seed)
      await checkConsistent(ask)
      await checkOperation(ask, operation)
      await checkMail(ask, mail.mails)
    })
  },
  minutes(15),
)

/** An operation that waits for a process: the removal of a crowd. */
const startRemoval = (place: Installation) =>
  program(
    '--conditions=react-server',
    [
      '--import',
      'tsx',
      'lib/testing/faults/start-removal.ts',
      place.seed.owner.api_key,
      String(CROWD),
    ],
    place.env,
  )

/** What a killed process had claimed is due again. */
const aMinuteLater = (ask: Ask) =>
  ask('UPDATE outbox SET available_at = now() WHERE done_at IS NULL AND dead_at IS NULL')

async function finished(server: Running, place: Installation, operation: string) {
  const url = `${server.url}/api/gatehouse/v1/operations/${operation}`
  const headers = { authorization: `Bearer ${place.seed.owner.api_key}` }
  for (const until = Date.now() + minutes(5); ; await wait(250)) {
    const { state } = (await (await fetch(url, { headers })).json()).result
    if (state === 'finished') return
    if (Date.now() > until) throw new Error(`The operation is still ${state}.`)
  }
}

async function checkOperation(ask: Ask, operation: string) {
  const [items] = await ask(
    `SELECT count(*)::int AS n, count(*) FILTER (WHERE state = 'done')::int AS done FROM operation_item WHERE operation_id = $1`,
    [operation],
  )
  expect(items).toEqual({ n: CROWD, done: CROWD })
  const removed = await ask(
    `SELECT subject_id FROM audit_event WHERE event = 'member.removed' AND operation_id = $1 GROUP BY 1 HAVING count(*) = 1`,
    [operation],
  )
  expect(removed).toHaveLength(CROWD)
}

/** Every mail that the database calls sent was taken at least once; a later copy has the same id and says so. */
async function checkMail(ask: Ask, mails: Mail[]) {
  const rows = await ask(
    `SELECT id, attempts FROM outbox WHERE kind = 'mail' AND done_at IS NOT NULL`,
  )
  const byId = new Map<string, Mail[]>()
  for (const mail of mails) {
    const id = /^<(out_\w+)@/.exec(mail.messageId)?.[1] ?? ''
    byId.set(id, [...(byId.get(id) ?? []), mail])
  }
  expect(rows.length).toBeGreaterThan(0)
  for (const { id } of rows) expect(byId.get(String(id))?.length, String(id)).toBeGreaterThan(0)
  const twice = [...byId.values()].filter((copies) => copies.length > 1)
  if (KILLS >= 10) expect(twice.length).toBeGreaterThan(0)
  for (const copies of twice) {
    const tries = copies.map(({ attempt }) => attempt)
    expect(new Set(tries).size).toBe(copies.length)
    expect(Math.max(...tries)).toBeGreaterThan(1)
  }
}
