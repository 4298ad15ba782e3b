import 'server-only'
import { z } from 'zod'
import { changed, defineCommand, unchanged } from '@/lib/kernel/define'
import { Problem } from '@/lib/kernel/problem'
import { liveToken } from '@/lib/platform/db/live-token'
import { requireClient } from '../internal/proven-client'
import { PresentedToken } from '../token'

/** An account ends a token of its own (RFC 7009). One that is unknown, or ended before, is as good as ended. */
export const revokeToken = defineCommand({
  name: 'token.revoke',
  summary: 'End an access token',
  scope: 'organization',
  permission: 'token.own',
  event: 'token.revoked',
  input: PresentedToken,
  output: z.object({ ended: z.boolean() }),
  async run(context, { clientId, tokenId, hash }) {
    const { db, self, now } = context
    await requireClient(context, clientId)
    const row = await liveToken(db, tokenId, hash)
    if (!row) return unchanged({ ended: false })
    if (row.id !== self.id)
      throw new Problem('forbidden', 'This token was given to another client.')
    const where = { id: tokenId, revokedAt: null }
    const { count } = await db.accessToken.updateMany({ where, data: { revokedAt: now } })
    if (count === 0) return unchanged({ ended: false })
    const subject = { kind: 'service_account', id: self.id, label: self.name } as const
    return changed({ ended: true }, { subject, after: { token: tokenId } })
  },
})
