import 'server-only'
import { type ProblemBody, problems } from '@/lib/domain/problems'
import { isProblem } from '@/lib/kernel/problem'
import { asProblem } from '@/lib/kernel/unavailable'
import { log } from '@/lib/platform/log'

/** The problem of anything thrown. What is not one is logged, and described by its request id alone. */
export function failureBody(error: unknown, requestId: string): ProblemBody {
  const problem = asProblem(error)
  if (isProblem(problem)) return { ...problem.body(), request_id: requestId }
  log.error({ err: error, request_id: requestId }, 'unexpected failure')
  const { status, title } = problems.internal
  return {
    type: '/problems/internal',
    title,
    status,
    code: 'internal',
    detail: 'The server answered with an error. Nothing was changed.',
    request_id: requestId,
  }
}

/**
 * A failure as a page throws it: Next shows the browser nothing but a digest that is set. Ours is the id under which
 * the log has it, before it the word `unavailable` when the database is to blame.
 */
export function pageError(error: unknown, requestId: string): Error {
  const { code } = failureBody(error, requestId)
  if (code === 'unavailable') markAway(requestId)
  const digest = code === 'unavailable' ? `unavailable ${requestId}` : requestId
  return Object.assign(new Error('A page could not be read.', { cause: error }), { digest })
}

// The listener answers 503 then (lib/listener/server.js), and forgets it with the request.
function markAway(requestId: string) {
  globalThis.__gatehouse ??= {}
  globalThis.__gatehouse.away ??= new Set()
  globalThis.__gatehouse.away.add(requestId)
}
