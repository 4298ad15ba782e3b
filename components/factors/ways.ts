import type { SecondFactor } from '@/lib/modules/sessions/session'

/** By what somebody may show who they are. */
export type Way = 'password' | SecondFactor

/** The answer of `session.confirm_ways`. */
export type ConfirmWays = { email: string; password: boolean; ways: SecondFactor[] }

/** What each way is called where it is offered beside the present one. */
export const wayLabels: Record<Way, string> = {
  passkey: 'Use a passkey',
  totp: 'Use a code of your authenticator app',
  recovery_code: 'Use a recovery code',
  password: 'Use your password',
}
