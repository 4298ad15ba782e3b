import 'server-only'
import { isProblem } from '@/lib/kernel/problem'
import { listOrganizationsToChoose } from '@/lib/modules/sessions/queries/list-organizations-to-choose'
import { readPublic } from './public-page'
import { presentAttempt } from './session-cookie'

/** What the sign-in of this browser may end in; else why that is not to be said now. */
export async function readChoice() {
  try {
    return await readPublic(listOrganizationsToChoose, { attempt: await presentAttempt() })
  } catch (error) {
    if (isProblem(error) && error.code === 'unauthenticated') return 'ended' as const
    if (isProblem(error) && error.code === 'second_factor_required') return 'factor' as const
    throw error
  }
}
