import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { changed, defineCommand, unchanged } from '@/lib/kernel/define'
import { Problem } from '@/lib/kernel/problem'
import { ApiKey, keyFacts, keySubject } from '../api-key'

/** The key stops at its next use. Another person's key is the same 404 as an unknown one. */
export const revokeApiKey = defineCommand({
  name: 'api_key.revoke',
  summary: 'Revoke one of one’s own API keys',
  scope: 'organization',
  permission: 'api_key.revoke_own',
  event: 'api_key.revoked',
  input: z.object({ keyId: idOf('key') }),
  output: ApiKey,
  async run({ db, self, now }, { keyId }) {
    const key = await db.apiKey.findFirst({ where: { id: keyId, membershipId: self.id } })
    if (!key) throw new Problem('not_found', 'You have no such API key.')
    const { count } = await db.apiKey.updateMany({
      where: { id: keyId, revokedAt: null },
      data: { revokedAt: now },
    })
    if (count === 0) return unchanged(key)
    return changed(
      { ...key, revokedAt: now },
      {
        subject: keySubject(key, self),
        before: keyFacts(key, self),
        after: { because: 'revoked' },
      },
    )
  },
})
