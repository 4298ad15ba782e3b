'use client'
import { FactorSetUp } from './factor-set-up'

type Props = { organizationId: string; to: string }

/** Before the console: the organization asks for a second factor, and there is none yet. */
export const SecureScreen = ({ organizationId, to }: Props) => (
  <div className="flex flex-col gap-3">
    <p className="text-foreground-2">
      A passkey signs you in alone, with your finger, face or PIN. An authenticator app on your
      phone confirms your password with a code.
    </p>
    <FactorSetUp organizationId={organizationId} onDone={() => window.location.assign(to)} />
  </div>
)
