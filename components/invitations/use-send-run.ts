'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useViewer } from '@/components/access/viewer'
import { useCommand } from '@/lib/client/use-command'
import { useLeaveWarning } from '@/lib/client/use-leave-warning'
import type { ProblemBody } from '@/lib/domain/problems'
import type { OrganizationRole } from '@/lib/domain/roles'
import { sendInvitationsAction } from '@/lib/transport/actions/invitations'
import type { SendAnswer, SendResult } from './send-answer'
import { chunksOf } from './send-chunks'

/** `line`: where it stands in the file it came from. */
export type SendItem = { email: string; role: OrganizationRole; line?: number }

export type SendRun = {
  items: readonly SendItem[]
  phase: 'running' | 'done' | 'stopped' | 'broken'
  delivery: SendAnswer['delivery'] | undefined
  /** Answered, by address. */
  results: ReadonlyMap<string, SendResult>
  /** Asked, and the connection broke before the answer. */
  unknown: ReadonlySet<string>
  problem: ProblemBody | null
}

/**
 * Sends many invitations, some at a time: each call of the server is all or nothing, so what is done, what is not and
 * what is not known stays plain. Links are kept in memory alone.
 */
export function useSendRun() {
  const { organizationId } = useViewer()
  const queries = useQueryClient()
  const [run, setRun] = useState<SendRun | null>(null)
  const { run: send } = useCommand(sendInvitationsAction, { organizationId, invalidates: [] })
  const going = useRef(false)
  useLeaveWarning(run?.phase === 'running')
  // Whoever leaves the page stops it: nobody would see the links.
  useEffect(
    () => () => {
      going.current = false
    },
    [],
  )

  const start = async (items: readonly SendItem[]) => {
    if (going.current || items.length === 0) return
    going.current = true
    let now: SendRun = {
      items,
      phase: 'running',
      delivery: undefined,
      results: new Map(),
      unknown: new Set(),
      problem: null,
    }
    const show = (change: Partial<SendRun>) => {
      now = { ...now, ...change }
      setRun(now)
    }
    show({})
    for (const { role, addresses } of chunksOf(items)) {
      if (!going.current) break
      const answer = await send({ addresses, role })
      if (!answer.ok) {
        // No answer at all: it may have been done. A refusal: nothing of it was.
        const unknown = new Set(answer.problem.status === 0 ? addresses : [])
        show({ phase: 'broken', problem: answer.problem, unknown })
        break
      }
      const { results, delivery } = answer.data
      show({
        delivery,
        results: new Map([...now.results, ...results.map((one) => [one.given, one] as const)]),
      })
    }
    if (now.phase === 'running') {
      show({ phase: now.results.size === items.length ? 'done' : 'stopped' })
    }
    going.current = false
    for (const name of ['invitation.list', 'invitation.preview']) {
      void queries.invalidateQueries({ queryKey: [organizationId, name] })
    }
  }
  return {
    run,
    start,
    /** After the call that is under way. */
    stop: () => {
      going.current = false
    },
    forget: () => setRun(null),
  }
}
