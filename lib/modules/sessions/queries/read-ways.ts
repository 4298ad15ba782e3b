import 'server-only'
import { z } from 'zod'
import { defineQuery } from '@/lib/kernel/define'
import { env } from '@/lib/platform/env'
import { mailIsSetUp } from '@/lib/platform/mail/mail'
import { emailLinksAreOn } from '@/lib/platform/mail/sign-in-links'

/** What the installation offers to whoever is not signed in. */
export const readWays = defineQuery({
  name: 'sign_in.ways',
  summary: 'Say how one can sign in here',
  scope: 'public',
  input: z.object({}),
  output: z.object({
    /** Whether links can be mailed at all. */
    mail: z.boolean(),
    emailLink: z.boolean(),
    /** Whether anyone may make an account and an organization. */
    registration: z.boolean(),
  }),
  run: async () => ({
    mail: mailIsSetUp(),
    emailLink: emailLinksAreOn(),
    registration: env.ORGANIZATION_CREATION === 'anyone' && mailIsSetUp(),
  }),
})
