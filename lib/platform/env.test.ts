import { afterEach, expect, it, vi } from 'vitest'
import { loadEnv } from '../listener/secret.js'
import { lazily, logLevel, readEnv } from './env'

afterEach(() => {
  vi.restoreAllMocks()
})

const secret = 'x'.repeat(40)

it('is read on first use and then stays', () => {
  const source: Record<string, string> = { AUTH_SECRET: 'short' }
  const env = lazily(() => loadEnv(source))
  Object.assign(source, { AUTH_SECRET: secret, PORT: '3107' })
  expect(env.PUBLIC_URL).toBe('http://localhost:3107')
  source.PORT = '3108'
  expect({ ...env }).toMatchObject({ PORT: 3107, INVITATION_DAYS: 7, AUTH_SECRET: secret })
  expect('DATABASE_URL' in env).toBe(false)
})

it('ends the process with every fault told', () => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const exit = vi.spyOn(process, 'exit').mockImplementation((status) => {
    throw new Error(`exit ${status}`)
  })
  const env = lazily(() => loadEnv({ AUTH_SECRET: 'short', LOG_LEVEL: 'loud' }))
  expect(() => env.PORT).toThrow('exit 1')
  expect(exit).toHaveBeenCalledOnce()
  expect(said.mock.calls.join()).toMatch(/AUTH_SECRET[\s\S]*LOG_LEVEL/)
})

it('gives the log its level even where the rest has faults', () => {
  expect(logLevel({ LOG_LEVEL: 'debug' })).toBe('debug')
  expect(logLevel({ LOG_LEVEL: 'debug', AUTH_SECRET: 'short' })).toBe('info')
  expect(readEnv({ PORT: '1' }).ok).toBe(true)
})
