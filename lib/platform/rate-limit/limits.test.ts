import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { engine } from '../db/engine'
import { migrate } from '../db/migrate'
import { consume, forgive } from './limits'
import { networkOf } from './network'
import { rules } from './rules'

vi.hoisted(() => {
  process.env.DATA_DIR = 'memory:'
  process.env.AUTH_SECRET = 'a secret of the tests, long enough to be one'
})

const [address, pair, pairOfDay, account] = rules.sign_in
const minutes = (count: number) => count * 60_000
const sql = async <Row>(text: string) => (await engine()).raw.query<Row>(text)
const tries = async (count: number, from: string, email: string) => {
  for (let i = 0; i < count; i++) expect(await consume('sign_in', from, email)).toBeNull()
}

beforeAll(() => migrate())
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T09:00:00Z') })
  await sql('DELETE FROM rate_limit')
})
afterEach(() => vi.useRealTimers())

describe('sign-in', () => {
  it('allows ten tries from one address, then says how long to wait, then allows again', async () => {
    await tries(pair.points, '192.0.2.1', 'ingrid@halden.example')
    expect(await consume('sign_in', '192.0.2.1', 'ingrid@halden.example')).toBe(900)
    vi.advanceTimersByTime(minutes(14))
    expect(await consume('sign_in', '192.0.2.1', 'ingrid@halden.example')).toBe(60)
    vi.advanceTimersByTime(minutes(1) - 1)
    expect(await consume('sign_in', '192.0.2.1', 'ingrid@halden.example')).toBe(1)
    vi.advanceTimersByTime(1)
    expect(await consume('sign_in', '192.0.2.1', 'ingrid@halden.example')).toBeNull()
  })

  it('leaves another address and another account alone', async () => {
    await tries(pair.points, '192.0.2.1', 'ingrid@halden.example')
    await tries(1, '192.0.2.2', 'ingrid@halden.example')
    await tries(1, '192.0.2.1', 'lena@halden.example')
  })

  it('counts one address over all accounts', async () => {
    for (let i = 0; i < address.points; i++) await tries(1, '192.0.2.1', `p${i}@halden.example`)
    expect(await consume('sign_in', '192.0.2.1', 'new@halden.example')).toBeGreaterThan(1)
    await tries(1, '192.0.2.2', 'new@halden.example')
  })

  it('keeps the account for its person while strangers fail at it', async () => {
    await tries(3, '198.51.100.7', 'ingrid@halden.example')
    await forgive('sign_in', '198.51.100.7', 'ingrid@halden.example')
    for (let i = 0; i < account.points; i++) {
      await tries(1, `203.0.113.${i}`, 'ingrid@halden.example')
    }
    const stranger = await consume('sign_in', '203.0.113.250', 'ingrid@halden.example')
    expect(stranger).toBeGreaterThan(minutes(60) / 1000)
    await tries(1, '198.51.100.7', 'ingrid@halden.example')
  })

  it('does not let one address use up the tries of an account', async () => {
    for (let hour = 0; hour < 12; hour++) {
      for (let i = 0; i < 20; i++) await consume('sign_in', '203.0.113.9', 'ingrid@halden.example')
      vi.advanceTimersByTime(minutes(31))
    }
    expect(pairOfDay.points).toBeLessThan(account.points)
    await tries(1, '198.51.100.7', 'ingrid@halden.example')
  })

  it('does not count right tries, however many', async () => {
    for (let i = 0; i < address.points + 20; i++) {
      await tries(1, '127.0.0.1', 'ingrid@halden.example')
      await forgive('sign_in', '127.0.0.1', 'ingrid@halden.example')
    }
  })

  it('allows no more than its points to many at once', async () => {
    const waits = await Promise.all(
      Array.from({ length: 30 }, () => consume('sign_in', '192.0.2.1', 'a@halden.example')),
    )
    expect(waits.filter((wait) => wait === null)).toHaveLength(pair.points)
  })
})

describe('the table', () => {
  it('holds neither addresses nor emails', async () => {
    await tries(1, '192.0.2.1', 'ingrid@halden.example')
    await forgive('sign_in', '192.0.2.1', 'ingrid@halden.example')
    await consume('mail', null, 'org_1')
    const rows = JSON.stringify(await sql('SELECT * FROM rate_limit'))
    expect(rows).not.toMatch(/ingrid|halden|192\.0|org_1|unknown/)
  })

  it('is swept of what has ended, and of nothing else', async () => {
    await consume('set_up', '192.0.2.1')
    await forgive('sign_in', '192.0.2.1', 'ingrid@halden.example')
    vi.advanceTimersByTime(minutes(24 * 60))
    await consume('set_up', '192.0.2.2')
    const rows = await sql<{ key: string }>('SELECT key FROM rate_limit ORDER BY key')
    expect(rows.map(({ key }) => key.split(':')[0])).toEqual(['known', 'set_up.address.900'])
  })

  it('lets the error of the database through', async () => {
    await sql('ALTER TABLE rate_limit RENAME TO elsewhere')
    await expect(consume('set_up', '192.0.2.1')).rejects.toThrow('rate_limit')
    await sql('ALTER TABLE elsewhere RENAME TO rate_limit')
  })
})

it('takes the /64 of an IPv6 address for one client', () => {
  expect(networkOf('2001:db8:1:2:aaaa::1')).toBe(networkOf('2001:db8:1:2:bbbb:1:2:3'))
  expect(networkOf('2001:db8:1:2::1')).not.toBe(networkOf('2001:db8:1:3::1'))
  expect(networkOf('2001:DB8::1')).toBe('2001:db8:0:0')
  expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0')
  expect(networkOf('::1')).toBe('0:0:0:0')
  expect(networkOf('::ffff:192.0.2.1')).toBe('192.0.2.1')
  expect(networkOf(null)).toBe('unknown')
})
