import 'server-only'
import { z } from 'zod'
import { defineCommand } from '@/lib/kernel/define'
import { noticeTo } from '@/lib/platform/mail/notice-to'
import { askedKey, MadeKey, makeKey } from '../internal/make-key'
import { requireMaker } from '../makers/require-maker'

export const createApiKey = defineCommand({
  name: 'api_key.create',
  summary: 'Make an API key for oneself',
  scope: 'organization',
  permission: 'api_key.create_own',
  event: 'api_key.created',
  lock: 'organization', // one live key of a name
  fresh: true,
  input: z.object(askedKey),
  output: MadeKey,
  async run(context, asked) {
    const { db, self, organizationId } = context
    await requireMaker(context)
    const made = await makeKey(context, self, asked)
    if (self.kind !== 'person') return made
    const { name: organizationName } = await db.organization.findFirstOrThrow({
      select: { name: true },
    })
    await noticeTo(
      context,
      { id: self.id, email: self.email, organizationId },
      { kind: 'key_made', name: made.result.apiKey.name, organizationName },
    )
    return made
  },
})
