import { type IncomingMessage, request } from 'node:http'

type Options = { method?: string; headers?: Record<string, string>; body?: string | Buffer }

/** A request as no browser would send it: any Host, Origin or size. Follows no redirect. */
export const ask = (url: string, { method = 'GET', headers = {}, body }: Options = {}) =>
  new Promise<{ status: number; headers: IncomingMessage['headers']; text: string }>(
    (resolve, reject) => {
      const asked = request(url, { method, headers, agent: false }, async (answer) => {
        let text = ''
        try {
          for await (const chunk of answer.setEncoding('utf8')) text += chunk
        } catch {
          // The server closed after its answer: what came is what counts.
        }
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text })
      })
      asked.on('error', reject)
      asked.end(body)
    },
  )
