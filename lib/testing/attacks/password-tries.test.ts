import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { AnonymousCaller } from '@/lib/kernel/caller'
import { isProblem } from '@/lib/kernel/problem'
import { signInWithPassword } from '@/lib/modules/sessions/commands/sign-in-with-password'
import { engine } from '@/lib/platform/db/engine'
import { forgive } from '@/lib/platform/rate-limit/limits'
import { enter, entered, isLive, makeMemberWithPassword, password } from '../accounts'
import { as, makeOrganization, origin } from '../people'

/** How often a password was compared: what an attacker is after. Cheap here, argon2id elsewhere. */
const compared = vi.hoisted(() => ({ times: 0 }))
vi.mock('@/lib/platform/crypto/password-hash', () => ({
  hashPassword: async (text: string) => `hash of ${text}`,
  verifyPassword: async (text: string, stored: string | null) => {
    compared.times += 1
    return stored === `hash of ${text}`
  },
}))

const HOUR = 3_600_000 // ms
const TRIES = 400
const home = '198.51.100.7'
const from = (address: string): { caller: AnonymousCaller } => ({
  caller: { kind: 'anonymous', origin: { ...origin, address } },
})

/** As the console's action does it: a right try is forgiven. */
async function signIn(email: string, text: string, address: string) {
  const who = from(address)
  const step = await as(who).run(signInWithPassword, { email, password: text })
  await forgive('sign_in', address, email)
  return enter(who, entered(step))
}
const outcome = (email: string, text: string, address: string) =>
  signIn(email, text, address).then(
    () => 'in',
    (error) => (isProblem(error) ? error.code : 'fault'),
  )

beforeEach(async () => {
  await makeOrganization()
  await (await engine()).raw.query('DELETE FROM rate_limit')
  vi.useFakeTimers({ toFake: ['Date'] })
  compared.times = 0
})
afterEach(() => vi.useRealTimers())

async function target() {
  const { id } = await makeOrganization()
  const { email } = await makeMemberWithPassword(id)
  await signIn(email, password, home)
  compared.times = 0
  return email
}

describe(`${TRIES} tries at one password`, { timeout: 120_000 }, () => {
  test('from one address: ten are compared, and then not even the right one', async () => {
    const email = await target()
    for (let n = 0; n < TRIES; n++) await outcome(email, `guess number ${n}`, '203.0.113.9')
    expect(compared.times).toBe(10)
    expect(await outcome(email, password, '203.0.113.9')).toBe('rate_limited')
    // The person goes on, at home and elsewhere.
    for (const address of [home, '192.0.2.44'])
      expect(await outcome(email, password, address)).toBe('in')
  })

  test('from one address all day long: no more than forty', async () => {
    const email = await target()
    for (let n = 0; n < 96; n++) {
      for (let each = 0; each < 11; each++)
        await outcome(email, `guess ${n} ${each}`, '203.0.113.9')
      vi.setSystemTime(Date.now() + HOUR / 4)
    }
    expect(compared.times).toBeLessThanOrEqual(40)
    expect(await outcome(email, password, home)).toBe('in')
  })

  test('from as many addresses: a hundred are compared in a day; the person comes in from where they were before', async () => {
    const email = await target()
    const address = (n: number) => `203.${n >> 8}.${n & 255}.1`
    for (let n = 0; n < TRIES; n++) await outcome(email, `guess number ${n}`, address(n))
    expect(compared.times).toBe(100)
    expect(await outcome(email, password, '203.0.113.250')).toBe('rate_limited')
    const session = await signIn(email, password, home)
    expect(await isLive(session)).toBe(true)
    // What was right is forgotten as a try, so elsewhere works again too: the strangers' tries stay spent for them.
    expect(await outcome(email, password, '192.0.2.44')).toBe('in')
  })

  test('from a network that nobody knows, the person waits a day at the most', async () => {
    const { id } = await makeOrganization()
    const { email } = await makeMemberWithPassword(id)
    for (let n = 0; n < 150; n++) await outcome(email, `guess number ${n}`, `203.0.${n}.1`)
    expect(await outcome(email, password, '192.0.2.44')).toBe('rate_limited')
    vi.setSystemTime(Date.now() + 24 * HOUR + 1)
    expect(await outcome(email, password, '192.0.2.44')).toBe('in')
  })

  test('over a thousand accounts from one address: two hundred in a quarter of an hour', async () => {
    const email = await target()
    for (let n = 0; n < TRIES; n++) await outcome(`p${n}@victim.example`, password, '203.0.113.9')
    expect(compared.times).toBe(200)
    expect(await outcome(email, password, home)).toBe('in')
  })
})
