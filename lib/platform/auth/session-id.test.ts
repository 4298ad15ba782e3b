import { encode } from 'next-auth/jwt'
import { expect, test, vi } from 'vitest'
import { newId } from '@/lib/domain/id'
import { cookieAttributes, cookieNames } from './cookies'
import { readSessionId } from './session-id'
import { tokenSecret } from './token-secret'

const sid = newId('ses')
const header = async (token: object, given: { secret?: string; maxAge?: number } = {}) => {
  const value = await encode({ token: token as never, secret: tokenSecret(), ...given })
  return `theme=dark; ${cookieNames.session()}=${value}; other=1`
}

test('reads the session id, and nothing without the cookie', async () => {
  expect(await readSessionId(await header({ sid }))).toBe(sid)
  expect(await readSessionId('')).toBeNull()
  expect(await readSessionId(`${cookieNames.session()}=; x`)).toBeNull()
})

test('refuses what was altered, has ended, was made under another secret, or names no session', async () => {
  const good = await header({ sid })
  expect(await readSessionId(good.replace(/(.{20}); other/, '$1A; other'))).toBeNull()
  expect(await readSessionId(await header({ sid }, { secret: 'another secret' }))).toBeNull()
  expect(await readSessionId(await header({ sid }, { maxAge: -60 }))).toBeNull()
  expect(await readSessionId(await header({ sub: sid }))).toBeNull()
  expect(await readSessionId(await header({ sid: newId('per') }))).toBeNull()
  expect(
    await readSessionId(good.replace(cookieNames.session(), `x${cookieNames.session()}`)),
  ).toBeNull()
})

test('a token that was opened before ends all the same', async () => {
  const short = await header({ sid }, { maxAge: 60 })
  expect(await readSessionId(short)).toBe(sid)
  vi.useFakeTimers({ now: Date.now() + 120_000, toFake: ['Date'] })
  expect(await readSessionId(short)).toBeNull()
  vi.useRealTimers()
})

test('cookies are out of reach for scripts and other sites', () => {
  expect(cookieAttributes()).toEqual({ httpOnly: true, sameSite: 'lax', path: '/', secure: false })
})

test('behind https they are bound to this host', async () => {
  vi.stubEnv('PUBLIC_URL', 'https://gatehouse.halden.example')
  vi.resetModules()
  const bound = await import('./cookies')
  expect(bound.cookieNames.session()).toBe('__Host-gatehouse.session')
  expect(bound.cookieAttributes()).toMatchObject({ secure: true, path: '/' })
  vi.unstubAllEnvs()
  vi.resetModules()
})
