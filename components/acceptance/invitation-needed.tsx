'use client'
import { SignedOutTitle } from '@/components/layout/signed-out-layout'
import { LinkButton } from '@/components/ui/link-button'

/** For whoever wants to join and has no link. */
export const InvitationNeeded = () => (
  <>
    <SignedOutTitle title="You need an invitation to join">
      Ask an owner of the organization. The invitation has the link that leads here.
    </SignedOutTitle>
    <LinkButton href="/sign-in">Sign in</LinkButton>
  </>
)
