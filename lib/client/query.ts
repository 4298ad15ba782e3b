'use client'
import { queryOptions } from '@tanstack/react-query'
import { askConsole } from './ask-console'
import { clearPageAlert, raisePageAlert } from './page-alert'
import { noAnswer, ProblemError, readProblem } from './problem-error'

/**
 * A read of the console: GET /api/console/<name>. Its key begins with the organization, so one
 * organization's rows never show in another's. Fails with `ProblemError`.
 */
export const consoleQuery = <Output>(organizationId: string, name: string, input: unknown = {}) =>
  queryOptions({
    queryKey: [organizationId, name, input] as const,
    queryFn: ({ signal }) => readConsole<Output>(organizationId, name, input, signal),
  })

async function readConsole<Output>(
  organizationId: string,
  name: string,
  input: unknown,
  signal: AbortSignal,
): Promise<Output> {
  const response = await askConsole(name, organizationId, input, signal).catch((error: unknown) => {
    if (signal.aborted) throw error
    throw new ProblemError(noAnswer)
  })
  if (response.ok) {
    clearPageAlert()
    return (await response.json()) as Output
  }
  const problem = await readProblem(response)
  raisePageAlert(problem)
  throw new ProblemError(problem)
}
