'use client'
import { useEffect, useRef, useState } from 'react'
import { useLeaveWarning } from '@/lib/client/use-leave-warning'
import type { ActionResult, ProblemBody } from '@/lib/domain/problems'

export type ItemResult = { state: 'done' } | { state: 'refused'; problem: ProblemBody }
export type ItemRun = {
  phase: 'running' | 'done' | 'stopped'
  results: ReadonlyMap<string, ItemResult>
}

/** A deed on one thing after the other, each with its own result: what is refused leaves the others as they go. */
export function useItemRun() {
  const [run, setRun] = useState<ItemRun | null>(null)
  const going = useRef(false)
  useLeaveWarning(run?.phase === 'running')
  useEffect(
    () => () => {
      going.current = false
    },
    [],
  )
  const start = async (
    ids: readonly string[],
    deed: (id: string) => Promise<ActionResult<unknown>>,
  ) => {
    if (going.current) return
    going.current = true
    const results = new Map<string, ItemResult>()
    const show = (phase: ItemRun['phase']) => setRun({ phase, results: new Map(results) })
    show('running')
    for (const id of ids) {
      if (!going.current) break
      const answer = await deed(id)
      results.set(id, answer.ok ? { state: 'done' } : { state: 'refused', problem: answer.problem })
      show('running')
    }
    show(results.size === ids.length ? 'done' : 'stopped')
    going.current = false
  }
  return {
    run,
    start,
    /** After the one that is under way. */
    stop: () => {
      going.current = false
    },
  }
}
