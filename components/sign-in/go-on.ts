'use client'
import { unknownOutcome } from '@/lib/client/problem-error'
import { redeemTicket } from '@/lib/client/sign-in'
import type { ProblemBody } from '@/lib/domain/problems'

/** What the page of a sign-in is told of a further step; the proof stays in this browser's cookie. */
export type FurtherStep =
  | { step: 'enter'; ticket: string }
  | { step: 'second_factor'; ways: string[] }
  | { step: 'organization' }

/** Redeems the ticket, or goes to the page of the step that is wanted before it. Resolves only when that failed. */
export function goOn(answer: { ticket: string } | FurtherStep, to: string): Promise<ProblemBody> {
  if ('ticket' in answer) return redeem(answer.ticket, to)
  const page = answer.step === 'organization' ? '/select-organization' : '/sign-in/second-factor'
  window.location.assign(`${page}?to=${encodeURIComponent(to)}`)
  return new Promise(() => {})
}

/** Leaves the page, or says that it could not. */
async function redeem(ticket: string, to: string): Promise<ProblemBody> {
  await redeemTicket(ticket, to)
  return {
    ...unknownOutcome,
    title: 'Not signed in yet',
    detail: 'This browser could not be signed in. Sign in with your email and password.',
  }
}
