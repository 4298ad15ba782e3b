import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import { issuerOfTokens } from '@/lib/platform/jose/access-token'
import { findAccount } from '../trust-account'
import { ClientKey, shownKey, shownRule, TrustRule } from '../trust-rule'

/** How an account gets in without an API key, and what it has now. */
export const listTrust = defineQuery({
  name: 'trust.list',
  summary: 'List the trust rules and public keys of a service account',
  scope: 'organization',
  permission: 'trust.list',
  input: z.object({ accountId: idOf('ide') }),
  output: z.object({
    clientId: z.string(),
    issuer: z.string(),
    tokenSeconds: z.int(),
    /** How many access tokens count now. */
    tokens: z.int(),
    rules: z.array(TrustRule),
    keys: z.array(ClientKey),
  }),
  async run({ db, now }, { accountId }) {
    const account = await findAccount(db, accountId)
    const own = { where: { membershipId: account.id }, orderBy: { createdAt: 'asc' } } as const
    const found = await db.serviceAccount.findFirstOrThrow({ where: { id: account.id } })
    const live = { membershipId: account.id, revokedAt: null, expiresAt: { gt: now } }
    return {
      clientId: account.userId,
      issuer: issuerOfTokens(),
      tokenSeconds: found.tokenSeconds,
      tokens: await db.accessToken.count({ where: live }),
      rules: (await db.trustRule.findMany(own)).map(shownRule),
      keys: (await db.clientKey.findMany(own)).map(shownKey),
    }
  },
})
