import { afterEach, expect, test, vi } from 'vitest'
import { answerOf } from './answer-of'
import { connectionNow, noteAnswered } from './connection'

afterEach(() => {
  noteAnswered()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const online = (onLine: boolean) => vi.stubGlobal('navigator', { onLine })
const titleAfter = async (error: unknown) => {
  const answer = await answerOf(() => Promise.reject(error))
  return answer.ok ? null : answer.problem.title
}

test('without a network nothing is sent', async () => {
  online(false)
  const ask = vi.fn()
  const answer = await answerOf(ask)
  expect(answer).toMatchObject({ ok: false, problem: { title: 'No connection' } })
  expect(ask).not.toHaveBeenCalled()
})

test('a connection that breaks may have carried it, and the page says that nothing answers', async () => {
  online(true)
  expect(await titleAfter(new TypeError('Failed to fetch'))).toBe('No answer')
  expect(connectionNow()).toBe('unreachable')
  noteAnswered()
  expect(connectionNow()).toBe('online')
})

test('a refusal of the listener comes through whole, with its request id', async () => {
  online(true)
  const problem = { code: 'payload_too_large', status: 413, detail: 'Too large.', request_id: 'r' }
  const answer = await answerOf(() => Promise.reject(new Error(JSON.stringify(problem))))
  expect(answer).toEqual({ ok: false, problem })
  expect(connectionNow()).toBe('online')
})

test('a page of something between, and an action of an earlier build', async () => {
  online(true)
  const between = new Error('An unexpected response was received from the server.')
  expect(await titleAfter(between)).toBe('The server answered with an error')
  const unknown = Object.assign(new Error('not found'), { name: 'UnrecognizedActionError' })
  expect(await titleAfter(unknown)).toBe('Gatehouse was updated')
})

test('what never answers is given up, and a redirect goes through', async () => {
  online(true)
  vi.useFakeTimers()
  const never = answerOf(() => new Promise(() => {}))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(await never).toMatchObject({ ok: false, problem: { title: 'No answer in time' } })
  const redirect = Object.assign(new Error('r'), { digest: 'NEXT_REDIRECT;push;/' })
  await expect(answerOf(() => Promise.reject(redirect))).rejects.toBe(redirect)
})
