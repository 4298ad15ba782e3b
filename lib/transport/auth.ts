import 'server-only'
import type { CallerOf } from '@/lib/kernel/caller'
import { execute } from '@/lib/kernel/execute'
import { isProblem, Problem } from '@/lib/kernel/problem'
import { endSession } from '@/lib/modules/sessions/commands/end-session'
import { startSession } from '@/lib/modules/sessions/commands/start-session'
import { sessionLifetime } from '@/lib/modules/sessions/session'
import { answerAuth, type Sessions } from '@/lib/platform/auth/options'
import { failureBody } from './failure'
import { presentCaller, presentOrigin } from './request-context'
import { deviceCookie, takeAttempt } from './session-cookie'

/** Whoever asks: signed in or not. */
export const publicCaller = async (): Promise<CallerOf['public']> =>
  (await presentCaller()) ?? { kind: 'anonymous', origin: await presentOrigin() }

const sessions: Sessions = {
  maxAge: sessionLifetime / 1000,
  async start(ticket) {
    const attempt = await takeAttempt()
    try {
      const device = await deviceCookie()
      return await execute(startSession, await publicCaller(), { ticket, attempt, device })
    } catch (error) {
      // next-auth would put what is thrown into an address.
      if (!isProblem(error)) failureBody(error, (await presentOrigin()).requestId)
      return null
    }
  },
  async end() {
    const caller = await presentCaller()
    if (caller) await execute(endSession, caller, {})
  },
}

type Context = { params: Promise<{ nextauth: string[] }> }

/** /api/auth/…: the few addresses of next-auth that the console uses. */
export async function answerAuthRequest(request: Request, context: Context): Promise<Response> {
  try {
    const answer = await answerAuth(request, context, sessions)
    if (!answer) throw new Problem('not_found')
    answer.headers.set('cache-control', 'no-store')
    return answer
  } catch (error) {
    const body = failureBody(error, (await presentOrigin()).requestId)
    const headers = { 'cache-control': 'no-store', 'content-type': 'application/problem+json' }
    return Response.json(body, { status: body.status, headers })
  }
}
