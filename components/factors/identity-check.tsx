'use client'
import { lazily } from '@/components/ui/lazily'
import { useIdentityCheck } from '@/lib/client/identity-check'

const ConfirmIdentity = lazily(() => import('./confirm-identity').then((m) => m.ConfirmIdentity))

/** The one place where somebody is asked to confirm that it is them. */
export function IdentityCheck() {
  const check = useIdentityCheck()
  return check && <ConfirmIdentity check={check} />
}
