import { afterEach, beforeEach, expect, it, vi } from 'vitest'

beforeEach(() => vi.resetModules())
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

it('is read on first use, not when it is loaded', async () => {
  vi.stubEnv('AUTH_SECRET', 'short')
  const { env } = await import('./env')
  vi.stubEnv('AUTH_SECRET', 'x'.repeat(40))
  vi.stubEnv('PORT', '3107')
  vi.stubEnv('PUBLIC_URL', '')
  expect(env.PUBLIC_URL).toBe('http://localhost:3107')
  expect({ ...env }).toMatchObject({ PORT: 3107, INVITATION_DAYS: 7, AUTH_SECRET: 'x'.repeat(40) })
})

it('ends the process with every fault told', async () => {
  vi.stubEnv('AUTH_SECRET', 'short')
  vi.stubEnv('LOG_LEVEL', 'loud')
  const { env } = await import('./env')
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const exit = vi.spyOn(process, 'exit').mockImplementation((status) => {
    throw new Error(`exit ${status}`)
  })
  expect(() => env.PORT).toThrow('exit 1')
  expect(exit).toHaveBeenCalledOnce()
  expect(said.mock.calls.join()).toMatch(/AUTH_SECRET[\s\S]*LOG_LEVEL/)
})

it('gives the log its level even where the rest has faults', async () => {
  const { logLevel, readEnv } = await import('./env')
  vi.stubEnv('LOG_LEVEL', 'debug')
  expect(logLevel()).toBe('debug')
  vi.stubEnv('AUTH_SECRET', 'short')
  expect(logLevel()).toBe('info')
  expect(readEnv({ PORT: '1' }).ok).toBe(true)
})
