'use client'
import { useState } from 'react'
import { Banner } from '@/components/feedback/banner'
import { Button } from '@/components/ui/button'
import { JoinAsNew } from './join-as-new'
import { JoinAsSelf } from './join-as-self'
import { JoinWithPassword } from './join-with-password'
import type { OfferProps } from './offer'
import { SwitchAccount } from './switch-account'

/** The way of accepting that fits whoever opened the link. */
export function Acceptance(props: OfferProps) {
  const { token, offer } = props
  if (offer.wrongAccount) {
    return (
      <div className="flex flex-col gap-4">
        <Banner tone="warning" title={offer.wrongAccount}>
          Switch to the invited account to join.
        </Banner>
        <SwitchAccount back={`/register?${new URLSearchParams({ invitation: token })}`} />
      </div>
    )
  }
  if (offer.asSelf) return <JoinAsSelf {...props} />
  if (offer.hasAccount) return <JoinWithPassword {...props} />
  return offer.delivery === 'mail' ? <JoinAsNew {...props} /> : <NewOrKnown {...props} />
}

/** A copied link does not tell whether its address has an account: whoever holds it says so. */
function NewOrKnown(props: OfferProps) {
  const [known, setKnown] = useState(false)
  return (
    <>
      {known ? <JoinWithPassword {...props} /> : <JoinAsNew {...props} />}
      <p className="mt-6 text-base text-foreground-2">
        {known ? 'No account yet?' : 'An account with this address already?'}{' '}
        <Button variant="link" className="text-base" onClick={() => setKnown(!known)}>
          {known ? 'Choose a name and password' : 'Enter its password'}
        </Button>
      </p>
    </>
  )
}
