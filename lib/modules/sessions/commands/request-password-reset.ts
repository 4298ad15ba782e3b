import 'server-only'
import { z } from 'zod'
import { email, idOf } from '@/lib/domain/schemas'
import { defineCommand, unchanged } from '@/lib/kernel/define'
import { requestLink } from '../internal/request-link'

/** The same for every address, known or not: whose it is, the worker finds out. */
export const requestPasswordReset = defineCommand({
  name: 'password.request_reset',
  summary: 'Ask for a link by which one sets a new password',
  scope: 'public',
  event: 'member.password_changed',
  rateLimit: { limit: 'link', key: (input) => input.email },
  input: z.object({ email, organizationId: idOf('org').optional() }),
  output: z.object({}),
  async run(context, input) {
    await requestLink(context, 'reset_password', input)
    return unchanged({})
  },
})
