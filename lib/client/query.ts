'use client'
import { queryOptions } from '@tanstack/react-query'
import type { ProblemBody } from '@/lib/domain/problems'
import { askConsole } from './ask-console'
import { noteAnswered, noteRefused, noteUnanswered } from './connection'
import { clearPageAlert, raisePageAlert } from './page-alert'
import { ProblemError, readProblem, tooSlow } from './problem-error'

/**
 * A read of the console: GET /api/console/<name>. Its key begins with the organization, so one
 * organization's rows never show in another's. Fails with `ProblemError`.
 */
export const consoleQuery = <Output>(organizationId: string, name: string, input: unknown = {}) =>
  queryOptions({
    queryKey: [organizationId, name, input] as const,
    queryFn: ({ signal }) => readConsole<Output>(organizationId, name, input, signal),
  })

const PATIENCE = 30_000 // ms

async function readConsole<Output>(
  organizationId: string,
  name: string,
  input: unknown,
  signal: AbortSignal,
): Promise<Output> {
  const limit = new AbortController()
  const timer = setTimeout(() => limit.abort(), PATIENCE)
  try {
    const both = AbortSignal.any([signal, limit.signal])
    const response = await askConsole(name, organizationId, input, both)
    const answer: unknown = response.ok ? await response.json() : await readProblem(response)
    if (response.ok) {
      clearPageAlert()
      noteAnswered()
      return answer as Output
    }
    raisePageAlert(answer as ProblemBody)
    noteRefused(answer as ProblemBody)
    throw new ProblemError(answer as ProblemBody)
  } catch (error) {
    if (signal.aborted || error instanceof ProblemError) throw error
    throw new ProblemError(limit.signal.aborted ? tooSlow : noteUnanswered('read'))
  } finally {
    clearTimeout(timer)
  }
}
