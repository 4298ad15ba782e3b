import 'server-only'
import { z } from 'zod'
import { defineQuery } from '@/lib/kernel/define'
import { ApiKey } from '../api-key'

const RECENT = 200

export const listOwnApiKeys = defineQuery({
  name: 'api_key.list_own',
  summary: 'List one’s own live API keys, newest first',
  scope: 'organization',
  permission: 'api_key.list_own',
  input: z.object({}),
  output: z.object({ rows: z.array(ApiKey) }),
  run: async ({ db, self, now }) => ({
    rows: await db.apiKey.findMany({
      where: { membershipId: self.id, revokedAt: null, expiresAt: { gt: now } },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: RECENT,
    }),
  }),
})
