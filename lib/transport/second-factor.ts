import 'server-only'
import { execute } from '@/lib/kernel/execute'
import { readConfirmWays } from '@/lib/modules/factors/queries/read-confirm-ways'
import { readSecondFactorStep } from '@/lib/modules/factors/queries/read-second-factor-step'
import { readPublic } from './public-page'
import { presentCaller } from './request-context'
import { presentAttempt } from './session-cookie'

/** What the page of the second factor asks: the sign-in under way, or the session that was begun without one. */
export async function secondFactorWanted(ofSession: boolean) {
  const caller = await presentCaller()
  if (ofSession && caller) {
    const { email, ways } = await execute(readConfirmWays, caller, {})
    const proven = caller.gate !== 'factor_unproven'
    return proven ? null : { email, ways, organizationId: caller.organizationId }
  }
  const step = await readPublic(readSecondFactorStep, { attempt: await presentAttempt() })
  return step && { ...step, organizationId: null }
}
