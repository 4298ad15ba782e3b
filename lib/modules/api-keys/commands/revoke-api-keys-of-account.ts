import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { changed, defineCommand, unchanged } from '@/lib/kernel/define'
import { findAccount } from '@/lib/modules/trust/trust-account'
import { keyFacts, keySubject, liveKeys } from '../api-key'

/** Everything that sends one of its keys is refused from its next request on; the account stays. */
export const revokeApiKeysOfAccount = defineCommand({
  name: 'api_key.revoke_of_account',
  summary: 'Revoke all API keys of a service account',
  scope: 'organization',
  permission: 'api_key.revoke',
  event: 'api_key.revoked',
  lock: 'organization', // none is made meanwhile
  fresh: true,
  input: z.object({ accountId: idOf('ide') }),
  output: z.object({ revoked: z.int() }),
  async run({ db, now }, { accountId }) {
    const account = await findAccount(db, accountId)
    const ended = await db.apiKey.updateManyAndReturn({
      where: { membershipId: account.id, ...liveKeys(now) },
      data: { revokedAt: now },
      select: { id: true, name: true, lastSix: true, expiresAt: true },
    })
    if (ended.length === 0) return unchanged({ revoked: 0 })
    return changed(
      { revoked: ended.length },
      ended.map((key) => ({
        subject: keySubject(key, account),
        before: keyFacts(key, account),
        after: { because: 'owner' },
      })),
    )
  },
})
