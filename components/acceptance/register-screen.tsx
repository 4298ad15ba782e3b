'use client'
import { useState } from 'react'
import { OrganizationMark } from '@/components/layout/organization-mark'
import { SignedOutTitle } from '@/components/layout/signed-out-layout'
import { LinkButton } from '@/components/ui/link-button'
import { isolated } from '@/lib/domain/isolated'
import { Acceptance } from './acceptance'
import type { Ended, Offer } from './offer'
import { OfferFacts } from './offer-facts'

const titles = {
  accepted: 'Invitation used',
  expired: 'Invitation ended',
  revoked: 'Invitation withdrawn',
  unknown: 'Invitation not known',
}

type Props = {
  token: string
  opened: Offer | Ended
  /** "Fri 27 Nov" */
  ends: string | null
}

/** What an invitation link leads to. */
export function RegisterScreen({ token, ...given }: Props) {
  // As the link was opened: accepting makes Next read it again, and it would be called used before one is in.
  const [{ opened, ends }] = useState(given)
  if (opened.state !== 'pending') {
    return (
      <>
        <SignedOutTitle title={titles[opened.state]}>{opened.sentence}</SignedOutTitle>
        <LinkButton href="/sign-in">Sign in</LinkButton>
      </>
    )
  }
  return (
    <>
      <div className="mb-4">
        <OrganizationMark id={opened.organizationId} name={opened.organizationName} size={40} />
      </div>
      <SignedOutTitle title={`Join ${isolated(opened.organizationName)}`}>
        <bdi>{opened.inviterName}</bdi> invited you. Ends {ends}.
      </SignedOutTitle>
      <OfferFacts role={opened.role} />
      <Acceptance token={token} offer={opened} />
    </>
  )
}
