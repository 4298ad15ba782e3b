import 'server-only'
import type { SessionCaller } from '@/lib/kernel/caller'
import { execute } from '@/lib/kernel/execute'
import { invalidInput, Problem } from '@/lib/kernel/problem'
import { callerIn } from './action'
import { consoleQueries } from './console-queries'
import { failureBody } from './failure'
import { presentOrigin } from './request-context'

const HEADERS = { 'cache-control': 'no-store', 'content-type': 'application/json' }

/** GET /api/console/<name>?organization=&input=, or POST with the input as its body: session only, same origin only. */
export async function answerConsoleRead(request: Request, name: string): Promise<Response> {
  try {
    return Response.json(await readFor(request, name), { headers: HEADERS })
  } catch (error) {
    const body = failureBody(error, (await presentOrigin()).requestId)
    const headers = { ...HEADERS, 'content-type': 'application/problem+json' }
    return Response.json(body, { status: body.status, headers })
  }
}

async function readFor(request: Request, name: string): Promise<unknown> {
  requireSameOrigin(request)
  const query = consoleQueries.get(name)
  if (!query) throw new Problem('not_found', 'There is no such read.')
  const caller = await consoleCaller(request)
  return execute<typeof query>(query, caller, await inputOf(request))
}

/** A page of another site may make the browser send the cookie with a GET; it may not have the answer. */
export function requireSameOrigin(request: Request): void {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') {
    throw new Problem('forbidden', 'This address answers the pages of this console only.')
  }
}

/** The signed-in person, in the organization that their page was made for. */
export const consoleCaller = (request: Request): Promise<SessionCaller> =>
  callerIn(new URL(request.url).searchParams.get('organization'))

/** From the address, or where that would be too long for servers between from the body. */
export async function inputOf(request: Request): Promise<unknown> {
  try {
    if (request.method === 'POST') return await request.json()
    return JSON.parse(new URL(request.url).searchParams.get('input') ?? '{}')
  } catch {
    throw invalidInput([{ pointer: '#', detail: 'The input is not JSON.' }])
  }
}
