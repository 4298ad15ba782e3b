import 'server-only'
import { z } from 'zod'
import { email, idOf } from '@/lib/domain/schemas'
import { defineCommand, unchanged } from '@/lib/kernel/define'
import { Problem } from '@/lib/kernel/problem'
import { mailIsSetUp } from '@/lib/platform/mail/mail'

/** The same for every address and organization: whether an invitation waits, a mail tells whoever reads that mailbox. */
export const requestInvitation = defineCommand({
  name: 'invitation.request_again',
  summary: 'Ask for the mail of a waiting invitation again',
  scope: 'public',
  event: 'invitation.sent',
  rateLimit: { limit: 'link', key: (input) => input.email },
  input: z.object({ email, organizationId: idOf('org') }),
  output: z.object({}),
  async run({ now, enqueue }, { email, organizationId }) {
    if (!mailIsSetUp()) throw new Problem('mail_not_set_up')
    const payload = { email, organizationId, askedAt: now.toISOString() }
    await enqueue({ organizationId: '', kind: 'invitation', subjectId: 'again', payload })
    return unchanged({})
  },
})
