'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { ActionResult, ProblemBody } from '@/lib/domain/problems'
import { answerOf } from './answer-of'
import { noteAnswered, noteRefused } from './connection'
import { checkIdentity } from './identity-check'
import { clearPageAlert, raisePageAlert } from './page-alert'

export type ConsoleAction<Input, Output> = (
  organizationId: string,
  input: Input,
) => Promise<ActionResult<Output>>

type Options<Input, Output> = {
  /** The organization this page was made for. */
  organizationId: string
  /** Names of the console reads that show what this changes. */
  invalidates: readonly string[]
  onDone?: (data: Output, input: Input) => void
}

const overtaken: ReadonlySet<string> = new Set(['not_found', 'stale', 'conflict', 'already_member'])

const needsProof = (result: ActionResult<unknown>) =>
  !result.ok && result.problem.code === 'reauthenticate'

/** Runs a server action: pending, its problem as a value, and the reads it makes stale. Never throws. */
export function useCommand<Input, Output>(
  action: ConsoleAction<Input, Output>,
  { organizationId, invalidates, onDone }: Options<Input, Output>,
) {
  const queries = useQueryClient()
  const [problem, setProblem] = useState<ProblemBody | null>(null)
  const [pending, setPending] = useState(false)
  const running = useRef<Promise<ActionResult<Output>> | null>(null)

  const send = async (input: Input): Promise<ActionResult<Output>> => {
    setPending(true)
    setProblem(null)
    const ask = () => answerOf(() => action(organizationId, input))
    let result = await ask()
    // Risky, and the last proof of who this is was a while ago: asked for, then done once more.
    if (needsProof(result) && (await checkIdentity(organizationId))) result = await ask()
    running.current = null
    setPending(false)
    const readAnew = (names = invalidates) => {
      for (const name of names) {
        void queries.invalidateQueries({ queryKey: [organizationId, name] })
      }
    }
    if (!result.ok) {
      // Somebody else was quicker: what is shown is not so any more.
      if (overtaken.has(result.problem.code)) readAnew()
      if (result.problem.code === 'forbidden') readAnew(['organization.current'])
      raisePageAlert(result.problem)
      if (result.problem.status > 0) noteRefused(result.problem)
      setProblem(result.problem)
      return result
    }
    clearPageAlert()
    noteAnswered()
    readAnew()
    onDone?.(result.data, input)
    return result
  }

  /** A second call while one is under way gives the first one's answer. */
  const run = (input: Input): Promise<ActionResult<Output>> => {
    running.current ??= send(input)
    return running.current
  }

  const reset = useCallback(() => setProblem(null), [])
  return { run, pending, problem, reset }
}
