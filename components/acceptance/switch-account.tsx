'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { signOutHere } from '@/lib/client/sign-in'

type Props = {
  /** The link that one came by. */
  back: string
  label?: string
  pendingLabel?: string
}

/** Signs out here and comes back to the same link. */
export function SwitchAccount({
  back,
  label = 'Switch account',
  pendingLabel = 'Switching…',
}: Props) {
  const [state, setState] = useState<'idle' | 'pending' | 'failed'>('idle')
  const run = async () => {
    setState('pending')
    await signOutHere(back)
    setState('failed')
  }
  return (
    <div>
      <Button onClick={run} pending={state === 'pending'} pendingLabel={pendingLabel}>
        {label}
      </Button>
      <p role="status" className="mt-2 text-destructive-text text-xs empty:hidden">
        {state === 'failed' && 'Signing out did not work. You are still signed in.'}
      </p>
    </div>
  )
}
