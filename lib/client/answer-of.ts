'use client'
import type { ActionResult, ProblemBody } from '@/lib/domain/problems'
import { isOffline, noteUnanswered } from './connection'
import { failedOnTheWay, isProblem, offline, outdated, unknownInTime } from './problem-error'

const PATIENCE = 60_000 // ms

/** What a server action answers. Without a network it is not even sent; one that never answers is given up. */
export async function answerOf<T>(ask: () => Promise<ActionResult<T>>): Promise<ActionResult<T>> {
  if (isOffline()) return refused(offline)
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<ActionResult<T>>((resolve) => {
    timer = setTimeout(() => resolve(refused(unknownInTime)), PATIENCE)
  })
  try {
    return await Promise.race([ask(), late])
  } catch (error) {
    // Next rejects when the network breaks, or when the answer is not an action's.
    if (isRedirect(error)) throw error
    if (error instanceof TypeError) return refused(noteUnanswered('write'))
    return refused(isUnknownAction(error) ? outdated : (refusalIn(error) ?? failedOnTheWay))
  } finally {
    clearTimeout(timer)
  }
}

const refused = (problem: ProblemBody) => ({ ok: false, problem }) as const

/** What the listener refuses before Next has it, comes as the text of the error (answer.js). */
function refusalIn(error: unknown): ProblemBody | null {
  try {
    const said: unknown = JSON.parse((error as Error).message)
    return isProblem(said) ? said : null
  } catch {
    return null
  }
}

const isRedirect = (error: unknown) =>
  error instanceof Error &&
  'digest' in error &&
  typeof error.digest === 'string' &&
  error.digest.startsWith('NEXT_REDIRECT')

const isUnknownAction = (error: unknown) =>
  error instanceof Error && error.name === 'UnrecognizedActionError'
