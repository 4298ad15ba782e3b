import 'server-only'
import { Problem } from '@/lib/kernel/problem'
import { emailLinksAreOn } from '@/lib/platform/mail/sign-in-links'

export function requireEmailLinks(): void {
  if (emailLinksAreOn()) return
  throw new Problem(
    'method_not_allowed_here',
    'Links by email are not a way to sign in here. Sign in another way.',
  )
}
