'use client'
import { useState } from 'react'
import { Banner } from '@/components/feedback/banner'
import { Button } from '@/components/ui/button'
import { signOutHere } from '@/lib/client/sign-in'

type Props = { email: string; signedInAs: string; back: string }

/** A link of one account in a browser that is signed in to another: told, and signed out of before. */
export function OtherAccount({ email, signedInAs, back }: Props) {
  const [state, setState] = useState<'idle' | 'pending' | 'failed'>('idle')
  const run = async () => {
    setState('pending')
    await signOutHere(back)
    setState('failed')
  }
  return (
    <div className="flex flex-col gap-4">
      <Banner
        tone="warning"
        title={`This link is for ${email}. You are signed in as ${signedInAs}.`}
      >
        Sign out here to go on. Other browsers stay signed in.
      </Banner>
      <div>
        <Button onClick={run} pending={state === 'pending'} pendingLabel="Signing out…">
          Sign out and go on
        </Button>
        <p role="status" className="mt-2 text-destructive-text text-xs empty:hidden">
          {state === 'failed' && 'Signing out did not work. You are still signed in.'}
        </p>
      </div>
    </div>
  )
}
