import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { engine } from '../db/engine'
import { migrate } from '../db/migrate'
import { log } from '../log'
import {
  countCall,
  flushActivity,
  startActivity,
  stopActivity,
  touchKey,
  touchSession,
} from './activity'

vi.hoisted(() => {
  process.env.DATA_DIR = 'memory:'
  process.env.AUTH_SECRET = 'a secret of the tests, long enough to be one'
  process.env.LOG_LEVEL = 'silent'
})

const at = (time: string) => new Date(`2026-11-24T${time}Z`)
const raw = async (sql: string) =>
  (await engine()).raw.query<Record<string, Date | string | number | null>>(sql)
const times = async () => {
  const [row] = await raw(`SELECT
    (SELECT last_used_at FROM api_key WHERE id = 'key_1' AND organization_id = 'org_1') AS key,
    (SELECT last_used_at FROM api_key WHERE id = 'key_1' AND organization_id = 'org_2') AS foreign,
    (SELECT last_active_at FROM session WHERE id = 'ses_1') AS session,
    (SELECT last_active_at FROM membership WHERE organization_id = 'org_1') AS member`)
  return row
}

beforeAll(async () => {
  await migrate()
  const { raw: sql } = await engine()
  await sql.script(`
    INSERT INTO person (id, email, name, email_proven_at) VALUES ('per_1', 'a@halden.example', 'Ada', now());
    INSERT INTO organization (id, name) VALUES ('org_1', 'Halden'), ('org_2', 'Nordlys');
    INSERT INTO membership (organization_id, id, user_id, person_id, email, name, role, source, searchable, sort_key)
      SELECT 'org_' || n, 'ide_1', 'usr_1', 'per_1', 'a@halden.example', 'Ada', 'owner', 'founder', 'ada', 'ada' FROM generate_series(1, 2) n;
    INSERT INTO session (organization_id, id, person_id, membership_id, expires_at)
      VALUES ('org_1', 'ses_1', 'per_1', 'ide_1', now() + interval '1 day');
    INSERT INTO api_key (organization_id, id, membership_id, name, public_id, secret_hash, last_six, expires_at)
      SELECT 'org_' || n, 'key_1', 'ide_1', 'robot', 'p' || n, 'h', 'abcdef', now() FROM generate_series(1, 2) n;
    INSERT INTO api_key (organization_id, id, membership_id, name, public_id, secret_hash, last_six, expires_at)
      SELECT 'org_1', 'key_many_' || n, 'ide_1', 'robot', 'many' || n, 'h', 'abcdef', now() FROM generate_series(1, 2500) n;`)
})
beforeEach(async () => {
  await raw(`UPDATE api_key SET last_used_at = NULL`)
  await raw(`UPDATE session SET last_active_at = '2026-11-24T08:00:00Z'`)
  await raw(`UPDATE membership SET last_active_at = '2026-11-24T08:00:00Z'`)
})
afterEach(async () => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  await stopActivity()
})

describe('times of last use', () => {
  it('are written together, the latest of each, in the right organization', async () => {
    touchKey('org_1', 'key_1', at('09:00:02'))
    touchKey('org_1', 'key_1', at('09:00:01'))
    touchSession('org_1', 'ses_1', 'ide_1', at('09:00:05'))
    expect(await times()).toMatchObject({ key: null, session: at('08:00:00') })
    await flushActivity()
    expect(await times()).toEqual({
      key: at('09:00:02'),
      foreign: null,
      session: at('09:00:05'),
      member: at('09:00:05'),
    })
  })

  it('never go back', async () => {
    touchKey('org_1', 'key_1', at('09:00:00'))
    await flushActivity()
    touchKey('org_1', 'key_1', at('08:59:00'))
    touchSession('org_1', 'ses_1', 'ide_1', at('07:00:00'))
    await flushActivity()
    expect(await times()).toMatchObject({
      key: at('09:00:00'),
      session: at('08:00:00'),
      member: at('08:00:00'),
    })
  })

  it('are written for thousands at once', async () => {
    for (let n = 1; n <= 2500; n++) touchKey('org_1', `key_many_${n}`, at('09:00:00'))
    touchKey('org_1', 'key_gone', at('09:00:00'))
    await flushActivity()
    const rows = await raw(`SELECT id FROM api_key WHERE last_used_at = '2026-11-24T09:00:00Z'`)
    expect(rows).toHaveLength(2500)
  })

  it('leave the counters of the organization as they were', async () => {
    const before = await raw(
      "SELECT * FROM organization_counter WHERE organization_id IN ('org_1', 'org_2') ORDER BY organization_id",
    )
    expect(before).toHaveLength(2)
    touchSession('org_1', 'ses_1', 'ide_1', at('09:00:05'))
    await flushActivity()
    expect(
      await raw(
        "SELECT * FROM organization_counter WHERE organization_id IN ('org_1', 'org_2') ORDER BY organization_id",
      ),
    ).toEqual(before)
  })
})

describe('how often a key was used', () => {
  const uses = () => raw('SELECT day::text, use_case, requests FROM api_key_use ORDER BY 1, 2')
  const by = { address: '203.0.113.7', client: 'robot' }
  afterEach(() => raw('DELETE FROM api_key_use'))

  it('is added up by day and by what was called, also to what another process wrote', async () => {
    for (const time of ['09:00:00', '09:00:01']) countCall('org_1', 'key_1', at(time), 'a.read')
    touchKey('org_1', 'key_1', at('09:00:02'), by)
    countCall('org_1', 'key_1', at('09:00:02'), 'b.list')
    countCall('org_1', 'key_gone', at('09:00:02'), 'b.list')
    await flushActivity()
    countCall('org_1', 'key_1', at('09:00:03'), 'a.read')
    countCall('org_1', 'key_1', new Date('2026-11-25T00:00:00Z'), 'a.read')
    await flushActivity()
    expect(await uses()).toEqual([
      { day: '2026-11-24', use_case: 'a.read', requests: 3 },
      { day: '2026-11-24', use_case: 'b.list', requests: 1 },
      { day: '2026-11-25', use_case: 'a.read', requests: 1 },
    ])
    const [row] = await raw(
      "SELECT last_used_address, last_used_client FROM api_key WHERE id = 'key_1' AND organization_id = 'org_1'",
    )
    expect(row).toEqual({ last_used_address: '203.0.113.7', last_used_client: 'robot' })
  })

  it('is counted once, though the database failed meanwhile', async () => {
    countCall('org_1', 'key_1', at('09:00:00'), 'a.read')
    await raw('ALTER TABLE session RENAME TO elsewhere')
    touchSession('org_1', 'ses_1', 'ide_1', at('09:00:05'))
    await flushActivity()
    await raw('ALTER TABLE elsewhere RENAME TO session')
    expect(await uses()).toEqual([])
    countCall('org_1', 'key_1', at('09:00:09'), 'a.read')
    await flushActivity()
    expect(await uses()).toEqual([{ day: '2026-11-24', use_case: 'a.read', requests: 2 }])
  })

  it('says at the end how many requests are lost', async () => {
    const error = vi.spyOn(log, 'error')
    touchKey('org_1', 'key_1', at('09:00:00'))
    for (const _ of [1, 2]) countCall('org_1', 'key_1', at('09:00:00'), 'a.read')
    await raw('ALTER TABLE api_key_use RENAME TO elsewhere')
    await stopActivity()
    expect(error.mock.calls[0]?.[0]).toMatchObject({ keys: 1, requests: 2 })
    await raw('ALTER TABLE elsewhere RENAME TO api_key_use')
    await flushActivity()
  })
})

describe('when the database fails', () => {
  it('keeps everything, the later of two times, and says so', async () => {
    const warn = vi.spyOn(log, 'warn')
    touchKey('org_1', 'key_1', at('09:00:00'))
    touchSession('org_1', 'ses_1', 'ide_1', at('09:00:05'))
    await raw('ALTER TABLE session RENAME TO elsewhere')
    const failing = flushActivity()
    await new Promise(setImmediate) // the batch is on its way
    touchKey('org_1', 'key_1', at('09:00:09'))
    await failing
    expect(warn).toHaveBeenCalledTimes(1)
    await raw('ALTER TABLE elsewhere RENAME TO session')
    expect(await times()).toMatchObject({ key: null })
    await flushActivity()
    expect(await times()).toMatchObject({ key: at('09:00:09'), session: at('09:00:05') })
  })

  it('says at the end what is lost', async () => {
    const error = vi.spyOn(log, 'error')
    touchKey('org_1', 'key_1', at('09:00:00'))
    await raw('ALTER TABLE api_key RENAME TO elsewhere')
    await stopActivity()
    expect(error.mock.calls[0]?.[0]).toMatchObject({ keys: 1, sessions: 0, members: 0 })
    await raw('ALTER TABLE elsewhere RENAME TO api_key')
  })
})

describe('the timer', () => {
  it('writes every half minute, until it is stopped; stopping writes the rest', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    startActivity()
    startActivity()
    expect(vi.getTimerCount()).toBe(1)
    touchKey('org_1', 'key_1', at('09:00:00'))
    vi.advanceTimersByTime(30_000)
    await vi.waitFor(async () => expect(await times()).toMatchObject({ key: at('09:00:00') }))
    touchKey('org_1', 'key_1', at('09:01:00'))
    await stopActivity()
    expect(vi.getTimerCount()).toBe(0)
    expect(await times()).toMatchObject({ key: at('09:01:00') })
  })
})
