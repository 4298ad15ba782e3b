import type { ProblemBody, ProblemCode } from '@/lib/domain/problems'

/** A read that was refused, or got no answer. */
export class ProblemError extends Error {
  readonly problem: ProblemBody
  constructor(problem: ProblemBody) {
    super(problem.detail)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

const local = (code: ProblemCode, title: string, detail: string): ProblemBody => ({
  type: 'about:blank',
  code,
  status: 0,
  title,
  detail,
})

/** A read without an answer: nothing can have changed. */
export const noAnswer = local(
  'unavailable',
  'Gatehouse cannot be reached',
  'Gatehouse cannot be reached. Nothing was changed.',
)

/** Asked of a device without a network, so nothing left it. */
export const offline = local(
  'unavailable',
  'No connection',
  'This device is offline. Nothing was sent, and what you typed stays here.',
)

/** A read that waited long enough. */
export const tooSlow = local(
  'unavailable',
  'No answer in time',
  'Gatehouse took too long to answer. Nothing was changed.',
)

/** A write without an answer: it may have arrived. */
export const unknownOutcome = local(
  'unavailable',
  'No answer',
  'The connection broke before the server answered. Check whether it took effect before you try again.',
)

/** A write that waited long enough; the next one would wait behind it. */
export const unknownInTime = local(
  'unavailable',
  'No answer in time',
  'Gatehouse took too long to answer. Reload to see whether it took effect; what you typed is kept.',
)

/** A write that something on the way answered, and not as Gatehouse does. */
export const failedOnTheWay: ProblemBody = {
  ...local(
    'internal',
    'The server answered with an error',
    'The server answered with an error. Check whether it took effect before you try again.',
  ),
  status: 500,
}

/** A page of an earlier build: the server no longer knows what it asks for. */
export const outdated = local(
  'unavailable',
  'Gatehouse was updated',
  'This page is of the version before. Nothing was changed. Reload it to go on; what you typed is kept.',
)

const unreadable = local(
  'internal',
  'The server answered with an error',
  'The server answered with an error. Nothing was changed.',
)

/** The problem of any thrown value; what is not one becomes the general sentence. */
export const problemOf = (error: unknown): ProblemBody =>
  error instanceof ProblemError ? error.problem : unreadable

export const isProblem = (value: unknown): value is ProblemBody =>
  typeof value === 'object' &&
  value !== null &&
  'code' in value &&
  'detail' in value &&
  typeof value.detail === 'string'

/** Reads the problem document of a failed response, whatever came instead of one. */
export async function readProblem(response: Response): Promise<ProblemBody> {
  const body: unknown = await response.json().catch(() => null)
  if (isProblem(body)) return body
  return {
    ...unreadable,
    status: response.status,
    request_id: response.headers.get('x-request-id') ?? undefined,
  }
}
