'use client'
import { goOn } from '@/components/sign-in/go-on'
import { answerOf } from '@/lib/client/answer-of'
import type { SecondFactor } from '@/lib/modules/sessions/session'
import { beginConfirmPasskeyAction, confirmSessionAction } from '@/lib/transport/actions/factors'
import {
  beginSecondFactorPasskeyAction,
  signInWithSecondFactorAction,
} from '@/lib/transport/actions/sign-in'
import { ProofForm } from './proof-form'
import type { Proof } from './ways'

type Props = {
  /** The page one wanted. */
  to: string
  email: string
  ways: SecondFactor[]
  /** Of the session that was begun without it; null: a sign-in is under way. */
  organizationId: string | null
}

/** The second step: of a sign-in, or of a session whose organization asks for it. */
export function SecondFactorScreen({ to, email, ways, organizationId }: Props) {
  const prove = async (proof: Proof) => {
    if (proof.way === 'password') return null // not offered here
    if (organizationId !== null) {
      const confirmed = await answerOf(() => confirmSessionAction(organizationId, proof))
      if (!confirmed.ok) return confirmed.problem
      window.location.assign(to)
      return new Promise<null>(() => {})
    }
    const answer = await answerOf(() => signInWithSecondFactorAction(proof))
    return answer.ok ? goOn(answer.data, to) : answer.problem
  }
  const begin = () =>
    organizationId === null
      ? answerOf<object>(beginSecondFactorPasskeyAction)
      : answerOf<object>(() => beginConfirmPasskeyAction(organizationId, {}))
  return <ProofForm email={email} ways={ways} beginPasskey={begin} prove={prove} />
}
