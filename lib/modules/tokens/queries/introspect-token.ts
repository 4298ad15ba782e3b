import 'server-only'
import { z } from 'zod'
import { moment } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import { liveToken } from '@/lib/platform/db/live-token'
import { requireClient } from '../internal/proven-client'
import { Acting, PresentedToken } from '../token'

/** Whether a token of this organization counts, for whoever is shown one. */
export const introspectToken = defineQuery({
  name: 'token.introspect',
  summary: 'Say what an access token is, if it counts',
  scope: 'organization',
  permission: 'token.own',
  input: PresentedToken,
  output: z.object({
    token: z
      .object({
        clientId: z.string(),
        scope: z.string(),
        act: Acting.nullable(),
        issuedAt: moment,
        expiresAt: moment,
      })
      .nullable(),
  }),
  async run(context, { clientId: asking, tokenId, hash }) {
    await requireClient(context, asking)
    const row = await liveToken(context.db, tokenId, hash)
    if (!row) return { token: null }
    const { user_id: clientId, scope, act } = row
    const [issuedAt, expiresAt] = [new Date(row.created_at), new Date(row.expires_at)]
    return { token: { clientId, scope, act, issuedAt, expiresAt } }
  },
})
