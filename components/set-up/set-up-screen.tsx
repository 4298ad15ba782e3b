'use client'
import { useState } from 'react'
import { SignedOutTitle } from '@/components/layout/signed-out-layout'
import { LinkButton } from '@/components/ui/link-button'
import type { SetUpState } from '@/lib/modules/organizations/organization'
import { SetUpForm } from './set-up-form'

type Props = { token: string; state: SetUpState }

/** What the set-up link leads to. */
export function SetUpScreen({ token, ...given }: Props) {
  // As the link was opened: setting up makes Next read it again, and it would be called done before one is in.
  const [state] = useState(given.state)
  if (state === 'done') {
    return (
      <>
        <SignedOutTitle title="Set up already">
          Gatehouse has its first owner. Sign in, or ask an owner for an invitation.
        </SignedOutTitle>
        <LinkButton href="/sign-in">Sign in</LinkButton>
      </>
    )
  }
  if (state === 'wrong_link') {
    return (
      <SignedOutTitle title="Set up Gatehouse">
        Nobody has set it up yet. Whoever started the server finds a one-time link in its terminal,
        in what it printed last when it started. Open that link.
      </SignedOutTitle>
    )
  }
  return (
    <>
      <SignedOutTitle title="Set up Gatehouse">
        Name your organization and make the account of its first owner. This link works once.
      </SignedOutTitle>
      <SetUpForm token={token} />
    </>
  )
}
