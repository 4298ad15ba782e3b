import 'server-only'
import { z } from 'zod'
import { defineCommand, unchanged } from '@/lib/kernel/define'
import { Problem } from '@/lib/kernel/problem'
import { redeemLink } from '@/lib/modules/persons/link'
import { requireEmailLinks } from '../internal/email-links'
import { SignInStep } from '../session'
import { beginSignIn } from '../sign-in-steps'

/** A first factor like a password: a second one and the organization still come after it. */
export const signInWithLink = defineCommand({
  name: 'sign_in.with_link',
  summary: 'Sign in by a mailed link',
  scope: 'public',
  event: 'session.started',
  rateLimit: { limit: 'accept', key: (input) => input.token },
  input: z.object({ token: z.string().max(100) }),
  output: SignInStep,
  async run({ db, now }, { token }) {
    requireEmailLinks()
    const { person, email, wantedOrganizationId } = await redeemLink(db, token, ['sign_in'], now)
    if (!person?.emailProvenAt) throw new Problem('link_ended')
    const begun = { email, personId: person.id, method: 'email_link' } as const
    return unchanged(await beginSignIn(db, { ...begun, wantedOrganizationId }, now))
  },
})
