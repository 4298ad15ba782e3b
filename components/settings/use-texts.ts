'use client'
import { useRef, useState } from 'react'
import { useDraft } from '@/components/form/use-draft'
import { useLeaveGuard } from '@/components/form/use-leave-guard'
import type { ActionResult, ProblemBody } from '@/lib/domain/problems'

type Texts = Record<string, string>
type Command<T extends Texts> = {
  run: (texts: T, expectedVersion: number) => Promise<ActionResult<unknown>>
  pending: boolean
  problem: ProblemBody | null
  reset: () => void
}

/** Texts of a thing as they are typed, from the version that was on the screen when typing began, and saving them. */
export function useTexts<T extends Texts>(
  form: string,
  stored: T,
  version: number,
  command: Command<T>,
) {
  const [typed, setTyped] = useState<{ texts: T; version: number } | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const changed = (Object.keys(stored) as (keyof T & string)[]).filter(
    (key) => typed !== null && typed.texts[key] !== stored[key],
  )
  const dirty = changed.length > 0
  useLeaveGuard(dirty)
  useDraft(
    form,
    dirty && typed ? { ...typed.texts, version: `${typed.version}` } : null,
    (draft) => {
      const { version: was, ...texts } = draft
      setTyped({ texts: { ...stored, ...texts } as T, version: Number(was) })
    },
  )
  // The buttons go with what was typed: the focus goes on where the first text is.
  const settle = () => {
    setTyped(null)
    input.current?.focus()
  }
  const { problem } = command
  const isSaid =
    problem?.code === 'stale' || problem?.code === 'conflict' || problem?.errors?.length
  return {
    input,
    values: typed?.texts ?? stored,
    changed,
    dirty,
    type: (change: Partial<T>) =>
      setTyped({
        texts: { ...(typed?.texts ?? stored), ...change },
        version: typed?.version ?? version,
      }),
    save: async (expectedVersion = typed?.version ?? version) => {
      if (typed && (await command.run(typed.texts, expectedVersion)).ok) settle()
    },
    discard: () => {
      settle()
      command.reset()
    },
    pending: command.pending,
    problem,
    /** What no row says. */
    rest: isSaid ? null : problem,
  }
}
