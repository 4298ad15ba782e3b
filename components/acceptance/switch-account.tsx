'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { signOutHere } from '@/lib/client/sign-in'

/** Signs out here and comes back to the same link. */
export function SwitchAccount({ back }: { back: string }) {
  const [state, setState] = useState<'idle' | 'pending' | 'failed'>('idle')
  const run = async () => {
    setState('pending')
    await signOutHere(back)
    setState('failed')
  }
  return (
    <div>
      <Button onClick={run} pending={state === 'pending'} pendingLabel="Switching…">
        Switch account
      </Button>
      <p role="status" className="mt-2 text-destructive-text text-xs empty:hidden">
        {state === 'failed' && 'Signing out did not work. You are still signed in.'}
      </p>
    </div>
  )
}
