'use client'
import { useState } from 'react'
import { SignedOutTitle } from '@/components/layout/signed-out-layout'
import { FormProblem } from '@/components/sign-in/form-problem'
import { goOn } from '@/components/sign-in/go-on'
import { LinkButton } from '@/components/ui/link-button'
import { answerOf } from '@/lib/client/answer-of'
import type { ProblemBody } from '@/lib/domain/problems'
import type { OrganizationSeat } from '@/lib/modules/sessions/organization-seat'
import { chooseOrganizationAction } from '@/lib/transport/actions/organization-choice'
import { OrganizationChoices } from './organization-choices'

type Props = {
  email: string
  rows: readonly OrganizationSeat[]
  /** The page one wanted. */
  to: string
}

/** The last step of a sign-in of somebody who is in several organizations. */
export function ChooseScreen({ email, rows, to }: Props) {
  const [pending, setPending] = useState<string | null>(null)
  const [problem, setProblem] = useState<ProblemBody | null>(null)
  const choose = async ({ organizationId }: OrganizationSeat) => {
    if (pending) return
    setPending(organizationId)
    setProblem(null)
    const answer = await answerOf(() => chooseOrganizationAction(organizationId))
    setProblem(answer.ok ? await goOn(answer.data, to) : answer.problem)
    setPending(null)
  }
  const open = rows.some(({ suspendedAt }) => suspendedAt === null)
  return (
    <>
      <SignedOutTitle title={open ? 'Choose an organization' : 'No organization to sign in to'}>
        Signed in as <bdi className="[overflow-wrap:anywhere]">{email}</bdi>.{' '}
        {open
          ? 'You work in one organization at a time.'
          : 'Ask an owner of yours for a new invitation; its link leads straight in.'}
      </SignedOutTitle>
      <div className="flex flex-col gap-4">
        <FormProblem problem={problem} />
        {rows.length > 0 && <OrganizationChoices {...{ rows, pending }} onChoose={choose} />}
      </div>
      <p className="mt-6 text-base text-foreground-2">
        Not you?{' '}
        <LinkButton variant="link" className="text-base" href="/sign-in" prefetch={false}>
          Use another account
        </LinkButton>
      </p>
    </>
  )
}
