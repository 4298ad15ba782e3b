import 'server-only'
import { Problem } from '@/lib/kernel/problem'
import { env } from '@/lib/platform/env'
import { mailIsSetUp } from '@/lib/platform/mail/mail'

/** Whether this installation lets people sign in by a link that is mailed to them. */
export const emailLinksAreOn = (): boolean => env.SIGN_IN_BY_EMAIL_LINK === 'on' && mailIsSetUp()

export function requireEmailLinks(): void {
  if (emailLinksAreOn()) return
  throw new Problem(
    'method_not_allowed_here',
    'Links by email are not a way to sign in here. Sign in another way.',
  )
}
