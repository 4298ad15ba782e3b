'use client'
import { useState } from 'react'
import { FormProblem } from '@/components/sign-in/form-problem'
import { SubmitLine } from '@/components/sign-in/submit-line'
import { Button } from '@/components/ui/button'
import { signOutHere } from '@/lib/client/sign-in'
import { useCommand } from '@/lib/client/use-command'
import { acceptTermsAction } from '@/lib/transport/actions/terms'

type Props = {
  organizationId: string
  /** What the page shows; only that is accepted. */
  texts: { document: 'terms' | 'privacy'; version: number }[]
  /** The page one wanted. */
  to: string
}

/** The way on: nothing else can be reached before. */
export function AcceptTerms({ organizationId, texts, to }: Props) {
  const [leaving, setLeaving] = useState(false)
  const { run, pending, problem } = useCommand(acceptTermsAction, {
    organizationId,
    invalidates: [],
  })
  const accept = async () => {
    const answer = await run({ texts })
    if (!answer.ok) return
    setLeaving(true)
    window.location.assign(to)
  }
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        void accept()
      }}
    >
      <FormProblem problem={problem} />
      <SubmitLine label="Accept and go on" pendingLabel="Accepting…" pending={pending || leaving} />
      <Button type="button" variant="ghost" onClick={() => void signOutHere()}>
        Sign out instead
      </Button>
    </form>
  )
}
