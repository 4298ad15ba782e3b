'use client'
import { useState } from 'react'
import { goOn } from '@/components/sign-in/go-on'
import { answerOf } from '@/lib/client/answer-of'
import { leaveForGood } from '@/lib/client/leaving'
import type { ProblemBody } from '@/lib/domain/problems'
import { switchOrganizationAction } from '@/lib/transport/actions/organization-choice'

/** Goes to another of one's organizations, as a whole new page; `to` is where one begins there. Resolves only when it failed. */
export async function switchTo(organizationId: string, to = '/'): Promise<ProblemBody> {
  const answer = await answerOf(() => switchOrganizationAction(organizationId))
  if (!answer.ok) return answer.problem
  leaveForGood()
  return goOn(answer.data, to)
}

/** The same for a button that waits, and says why it did not work. */
export function useSwitch() {
  const [pending, setPending] = useState<string | null>(null)
  const [problem, setProblem] = useState<ProblemBody | null>(null)
  const run = async (organizationId: string, to?: string) => {
    if (pending) return
    setPending(organizationId)
    setProblem(null)
    setProblem(await switchTo(organizationId, to))
    setPending(null)
  }
  return { run, pending, problem }
}
