import { answerApi } from '@/lib/transport/api/endpoint'
import { makeKey, type TestMember } from './people'

type Options = { method?: string; body?: unknown; headers?: Record<string, string>; raw?: string }
// biome-ignore lint/suspicious/noExplicitAny: what a client reads off the wire
type Answer = { status: number; headers: Headers; body: any }

/** An HTTP API as a program with this member's key sees it: `await (await apiOf(owner))('/userinfo/')`. */
export async function apiOf(member: TestMember | null, prefix = '/api/v2') {
  const key = member && (await makeKey(member)).key
  return async (path: string, options: Options = {}): Promise<Answer> => {
    const { method = 'GET', body, raw, headers = {} } = options
    const request = new Request(`http://localhost:3000${prefix}${path}`, {
      method,
      headers: {
        ...(method !== 'GET' && { 'content-type': 'application/json' }),
        ...(key && { authorization: `Bearer ${key}` }),
        ...headers,
      },
      ...(method !== 'GET' && { body: raw ?? (body === undefined ? null : JSON.stringify(body)) }),
    })
    const response = await answerApi(request, { address: '203.0.113.9', requestId: 'req_test' })
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? null : JSON.parse(text),
    }
  }
}
