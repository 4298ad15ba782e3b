import 'server-only'
import type { SessionCaller } from '@/lib/kernel/caller'
import { execute } from '@/lib/kernel/execute'
import { invalidInput, Problem } from '@/lib/kernel/problem'
import { wrongOrganization } from './action'
import { consoleQueries } from './console-queries'
import { failureBody } from './failure'
import { presentCaller, presentOrigin } from './request-context'

const HEADERS = { 'cache-control': 'no-store', 'content-type': 'application/json' }

/** GET /api/console/<name>?organization=&input=: session cookie only, same origin only, never cached. */
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
  // A page of another site may make the browser send the cookie with a GET; it may not have the answer.
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') {
    throw new Problem('forbidden', 'This address answers the pages of this console only.')
  }
  const query = consoleQueries.get(name)
  if (!query) throw new Problem('not_found', 'There is no such read.')
  const caller = await callerFor(new URL(request.url).searchParams.get('organization'))
  return execute(query, caller, inputOf(request))
}

async function callerFor(organizationId: string | null): Promise<SessionCaller> {
  const caller = await presentCaller()
  if (!caller) throw new Problem('unauthenticated', 'Your sign-in has ended.')
  if (organizationId !== caller.organizationId) throw wrongOrganization()
  return caller
}

function inputOf(request: Request): unknown {
  try {
    return JSON.parse(new URL(request.url).searchParams.get('input') ?? '{}')
  } catch {
    throw invalidInput([{ pointer: '#', detail: 'The input is not JSON.' }])
  }
}
