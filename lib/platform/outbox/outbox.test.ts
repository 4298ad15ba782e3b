import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { inIdentity, inTenant, type SystemDb } from '../db/doors'
import { engine } from '../db/engine'
import { migrate } from '../db/migrate'
import { PermanentFailure, putInOutbox, startOutbox, stopOutbox, wakeOutbox } from './outbox'
import { claim, LEASE, markDone } from './queue'
import { WAITS, workOnce } from './work'

vi.hoisted(() => {
  process.env.DATA_DIR = 'memory:'
  process.env.AUTH_SECRET = 'a secret of the tests, long enough to be one'
  process.env.LOG_LEVEL = 'silent'
})

type Row = {
  id: string
  payload: string
  attempts: number
  available_at: Date
  done_at: Date | null
  dead_at: Date | null
  last_error: string | null
}
const rows = async () =>
  (await engine()).raw.query<Row>('SELECT * FROM outbox ORDER BY created_at, id')
const only = async () => (await rows())[0] as Row
const put = (to: string, organizationId = 'org_1') =>
  inTenant(organizationId, async (db) =>
    putInOutbox(db as unknown as SystemDb, {
      organizationId,
      kind: 'mail',
      subjectId: 'orginv_1',
      payload: { to },
    }),
  )
const fail = (error: unknown) => vi.fn(() => Promise.reject(error))

beforeAll(() => migrate())
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T09:00:00Z') })
  await (await engine()).raw.query('DELETE FROM outbox')
})
afterEach(async () => {
  vi.useRealTimers()
  await stopOutbox()
})

describe('putting in', () => {
  it('works for tenants and identities, and hides the payload', async () => {
    await put('lena@halden.example')
    await inIdentity(async (db) =>
      putInOutbox(db as unknown as SystemDb, {
        organizationId: 'org_2',
        kind: 'mail',
        subjectId: 'orginv_2',
        payload: { to: 'omar@halden.example' },
      }),
    )
    expect(await rows()).toHaveLength(2)
    expect(JSON.stringify(await rows())).not.toContain('halden')
  })

  it('goes with the transaction', async () => {
    const work = inTenant('org_1', async (db) => {
      putInOutbox(db as unknown as SystemDb, {
        organizationId: 'org_1',
        kind: 'mail',
        subjectId: 'orginv_1',
        payload: {},
      })
      throw new Error('no')
    })
    await expect(work).rejects.toThrow('no')
    expect(await rows()).toEqual([])
  })

  it('is refused for another organization', async () => {
    const work = inTenant('org_2', async (db) =>
      putInOutbox(db as unknown as SystemDb, {
        organizationId: 'org_1',
        kind: 'mail',
        subjectId: 'orginv_1',
        payload: {},
      }),
    )
    await expect(work).rejects.toThrow('row-level security')
  })
})

describe('working', () => {
  it('hands over the payload once and blanks it', async () => {
    await put('lena@halden.example')
    const mail = vi.fn(async () => {})
    expect(await workOnce({ mail })).toBe(true)
    expect(await workOnce({ mail })).toBe(false)
    const { id, payload, done_at } = await only()
    expect(mail.mock.calls).toEqual([
      [
        { to: 'lena@halden.example' },
        { id, organizationId: 'org_1', subjectId: 'orginv_1', attempts: 1, last: false },
      ],
    ])
    expect(payload).toBe('')
    expect(done_at).toEqual(new Date())
  })

  it('waits longer after every failure, says which try is the last, and gives up', async () => {
    await put('lena@halden.example')
    const mail = fail(new Error('busy'))
    for (const wait of WAITS) {
      expect(await workOnce({ mail })).toBe(true)
      expect((await only()).last_error).toBe('busy')
      vi.setSystemTime(Date.now() + wait - 1)
      expect(await workOnce({ mail })).toBe(false)
      vi.setSystemTime(Date.now() + 1)
    }
    expect(await workOnce({ mail })).toBe(true)
    const lasts = (mail.mock.calls as unknown as [unknown, { last: boolean }][]).map(
      ([, item]) => item.last,
    )
    expect(lasts).toEqual([...WAITS.map(() => false), true])
    expect(await only()).toMatchObject({ payload: '', attempts: 7, dead_at: new Date() })
    vi.setSystemTime(Date.now() + 7 * 24 * 3_600_000)
    expect(await workOnce({ mail })).toBe(false)
  })

  it('gives up at once when no try can succeed, whichever copy of the class says so', async () => {
    await put('lena@halden.example')
    await workOnce({ mail: fail(new PermanentFailure('refused')) })
    expect(await only()).toMatchObject({ last_error: 'refused', payload: '', attempts: 1 })
    expect((await only()).dead_at).not.toBeNull()
    await put('omar@halden.example')
    await workOnce({ mail: fail(Object.assign(new Error('no'), { isPermanentFailure: true })) })
    expect((await rows()).every(({ dead_at }) => dead_at !== null)).toBe(true)
  })

  it('keeps errors short and without secrets', async () => {
    await put('lena@halden.example')
    const link = 'https://gatehouse.example/register?invitation=gth_inv_abc'
    await workOnce({ mail: fail(new Error(`${link} smtp://u:pw@host\r\n\0 ${'🦊'.repeat(300)}`)) })
    const error = (await only()).last_error ?? ''
    expect(error).toContain('invitation=[hidden] smtp://u:[hidden]@host 🦊')
    expect([...error]).toHaveLength(200)
  })

  it('repeats, under the same id, what a process took and did not finish', async () => {
    await put('lena@halden.example')
    const lost = await claim(['mail'], new Date())
    expect(await workOnce({ mail: vi.fn() })).toBe(false)
    vi.setSystemTime(Date.now() + LEASE)
    const again = await claim(['mail'], new Date())
    expect(again).toMatchObject({ id: lost?.id, attempts: 2 })
    if (lost) await markDone(lost, new Date()) // too late: another has it
    expect((await only()).done_at).toBeNull()
  })

  it('gives each item to one of many that look at the same moment', async () => {
    for (let i = 0; i < 12; i++) await put(`p${i}@halden.example`)
    const looks = Array.from({ length: 20 }, () => claim(['mail'], new Date()))
    const ids = (await Promise.all(looks)).flatMap((item) => item?.id ?? [])
    while (ids.length < 12) ids.push((await claim(['mail'], new Date()))?.id ?? 'none')
    expect(new Set(ids).size).toBe(12)
    expect((await rows()).map(({ attempts }) => attempts)).toEqual(Array(12).fill(1))
  })

  it('buries an item at which the process ends every time', async () => {
    await put('lena@halden.example')
    for (let i = 0; i <= WAITS.length; i++) {
      expect(await claim(['mail'], new Date())).not.toBeNull()
      vi.setSystemTime(Date.now() + LEASE)
    }
    const mail = vi.fn()
    expect(await workOnce({ mail })).toBe(true)
    expect(mail).not.toHaveBeenCalled()
    expect(await only()).toMatchObject({ payload: '', dead_at: new Date() })
  })

  it('leaves kinds that it does not know to a newer process', async () => {
    await put('lena@halden.example')
    await (await engine()).raw.query(`UPDATE outbox SET kind = 'webhook'`)
    expect(await workOnce({ mail: vi.fn() })).toBe(false)
    expect((await only()).attempts).toBe(0)
  })

  it('keeps, for later, what another secret sealed', async () => {
    await put('lena@halden.example')
    await (await engine()).raw.query(`UPDATE outbox SET payload = 'AAAA' || payload`)
    await workOnce({ mail: vi.fn() })
    expect(await only()).toMatchObject({ dead_at: null, attempts: 1 })
    expect((await only()).payload).not.toBe('')
  })
})

describe('the loop', () => {
  beforeEach(() => {
    vi.useRealTimers()
  })

  it('is there once, wakes at once, and ends after the item it is at', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    let ended = false
    const mail = vi.fn(() => held)
    startOutbox({ mail })
    startOutbox({ mail: vi.fn(() => Promise.reject(new Error('second loop'))) })
    await new Promise((resolve) => setTimeout(resolve, 100)) // it looked, found nothing, and waits
    await put('lena@halden.example')
    wakeOutbox()
    await vi.waitFor(() => expect(mail).toHaveBeenCalledTimes(1), 2_000)
    await put('omar@halden.example')
    const stopped = stopOutbox().then(() => {
      ended = true
    })
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(ended).toBe(false)
    release()
    await stopped
    expect((await rows()).map(({ done_at }) => done_at !== null).sort()).toEqual([false, true])
    expect(mail).toHaveBeenCalledTimes(1)
  })

  it('goes on after the database failed, and sweeps what is long done', async () => {
    const { raw } = await engine()
    await put('old@halden.example')
    await raw.query(`UPDATE outbox SET done_at = now() - interval '31 days'`)
    await raw.query('ALTER TABLE outbox RENAME TO elsewhere')
    const mail = vi.fn(async () => {})
    startOutbox({ mail })
    await new Promise((resolve) => setTimeout(resolve, 100))
    await raw.query('ALTER TABLE elsewhere RENAME TO outbox')
    await put('lena@halden.example')
    wakeOutbox()
    await vi.waitFor(() => expect(mail).toHaveBeenCalledTimes(1), 2_000)
    await vi.waitFor(async () => expect((await rows()).map((row) => row.payload)).toEqual(['']))
  })

  it('does nothing when nobody started it', async () => {
    wakeOutbox()
    await stopOutbox()
  })
})
