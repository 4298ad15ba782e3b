import 'server-only'
import { Problem } from '@/lib/kernel/problem'
import { env } from '@/lib/platform/env'

/** Whether anyone may make an account and an organization, without an invitation. */
export const registrationIsOpen = (): boolean => env.ORGANIZATION_CREATION === 'anyone'

export function requireRegistration(mail: boolean): void {
  if (!registrationIsOpen()) {
    throw new Problem('forbidden', 'You need an invitation to join. Ask an owner for one.')
  }
  if (!mail) throw new Problem('mail_not_set_up')
}
