import 'server-only'
import { z } from 'zod'
import { normalizePassword } from '@/lib/domain/password'
import { email, idOf, passwordText } from '@/lib/domain/schemas'
import { defineCommand, unchanged } from '@/lib/kernel/define'
import { Problem } from '@/lib/kernel/problem'
import { findAccount } from '../internal/find-account'
import { SignInStep } from '../session'
import { beginSignIn, noOrganization } from '../sign-in-steps'

/** Nothing is known of the caller before, and nothing happened yet after: the session's start is the event. */
export const signInWithPassword = defineCommand({
  name: 'sign_in.with_password',
  summary: 'Sign in by email and password',
  scope: 'public',
  event: 'session.started',
  rateLimit: { limit: 'sign_in', key: (input) => input.email },
  input: z.object({
    email,
    password: passwordText,
    /** The organization one came for. */
    organizationId: idOf('org').optional(),
  }),
  output: SignInStep,
  async run({ db, now }, { email, password, organizationId }) {
    const account = await findAccount(db, email, normalizePassword(password))
    if (account === 'wrong') throw new Problem('wrong_credentials', 'Email or password is wrong.')
    if (account === 'nowhere') throw noOrganization()
    const begun = { email, personId: account.id, method: 'password' } as const
    return unchanged(
      await beginSignIn(db, { ...begun, wantedOrganizationId: organizationId ?? null }, now),
    )
  },
})
