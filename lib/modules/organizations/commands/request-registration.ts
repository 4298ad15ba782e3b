import 'server-only'
import { z } from 'zod'
import { personEmail } from '@/lib/domain/schemas'
import { defineCommand, unchanged } from '@/lib/kernel/define'
import { mailIsSetUp } from '@/lib/platform/mail/mail'
import { requireRegistration } from '../internal/registration'

/** The same for every address: whether it has an account, a mail tells whoever reads its mailbox. */
export const requestRegistration = defineCommand({
  name: 'registration.request',
  summary: 'Ask for a link by which one makes an account and an organization',
  scope: 'public',
  event: 'organization.created',
  rateLimit: { limit: 'link', key: (input) => input.email },
  input: z.object({ email: personEmail }),
  output: z.object({}),
  async run({ now, enqueue }, { email }) {
    requireRegistration(mailIsSetUp())
    const payload = { purpose: 'register', email, askedAt: now.toISOString() }
    await enqueue({ organizationId: '', kind: 'link', subjectId: 'register', payload })
    return unchanged({})
  },
})
