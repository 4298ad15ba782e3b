import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { changed, defineCommand, unchanged } from '@/lib/kernel/define'
import { Problem } from '@/lib/kernel/problem'
import { ApiKey, keyFacts, keySubject } from '../api-key'

/** An owner ends somebody's key: it stops at its next use, and its holder makes another one if they may. */
export const revokeApiKeyOfMember = defineCommand({
  name: 'api_key.revoke_of_member',
  summary: 'Revoke an API key of a member',
  scope: 'organization',
  permission: 'api_key.revoke',
  event: 'api_key.revoked',
  fresh: true,
  input: z.object({ keyId: idOf('key') }),
  output: ApiKey,
  async run({ db, now }, { keyId }) {
    const key = await db.apiKey.findFirst({
      where: { id: keyId },
      include: { membership: { select: { id: true, name: true, email: true } } },
    })
    if (!key) throw new Problem('not_found', 'There is no such API key in this organization.')
    const { count } = await db.apiKey.updateMany({
      where: { id: keyId, revokedAt: null },
      data: { revokedAt: now },
    })
    if (count === 0) return unchanged(key)
    return changed(
      { ...key, revokedAt: now },
      {
        subject: keySubject(key, key.membership),
        before: keyFacts(key, key.membership),
        after: { because: 'owner' },
      },
    )
  },
})
