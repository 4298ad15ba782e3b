import type { ProblemBody } from '@/lib/domain/problems'
import type { SecondFactor } from '@/lib/modules/sessions/session'
import type { confirmSessionAction } from '@/lib/transport/actions/factors'

/** By what somebody may show who they are. */
export type Way = 'password' | SecondFactor

export type Proof = Parameters<typeof confirmSessionAction>[1]
/** Null: it was taken, and whoever asked goes on. */
export type Prove = (proof: Proof) => Promise<ProblemBody | null>

/** The answer of `session.confirm_ways`. */
export type ConfirmWays = { email: string; password: boolean; ways: SecondFactor[] }

/** What each way is called where it is offered beside the present one. */
export const wayLabels: Record<Way, string> = {
  passkey: 'Use a passkey',
  totp: 'Use a code of your authenticator app',
  recovery_code: 'Use a recovery code',
  password: 'Use your password',
}
