import 'server-only'
import { z } from 'zod'
import { email, idOf } from '@/lib/domain/schemas'
import { defineCommand, unchanged } from '@/lib/kernel/define'
import { requireEmailLinks } from '../internal/email-links'
import { requestLink } from '../internal/request-link'

/** The same for every address, known or not: whose it is, the worker finds out. */
export const requestSignInLink = defineCommand({
  name: 'sign_in.request_link',
  summary: 'Ask for a link by mail that signs in',
  scope: 'public',
  event: 'session.started',
  rateLimit: { limit: 'link', key: (input) => input.email },
  input: z.object({ email, organizationId: idOf('org').optional() }),
  output: z.object({}),
  async run(context, input) {
    requireEmailLinks()
    await requestLink(context, 'sign_in', input)
    return unchanged({})
  },
})
