import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { changed, defineCommand, unchanged } from '@/lib/kernel/define'
import { findAccount } from '@/lib/modules/trust/trust-account'

/** An owner ends every token of an account. What it proves itself with stays. */
export const revokeTokensOfAccount = defineCommand({
  name: 'token.revoke_of_account',
  summary: 'End every access token of a service account',
  scope: 'organization',
  permission: 'trust.change',
  event: 'token.revoked',
  input: z.object({ accountId: idOf('ide') }),
  output: z.object({ ended: z.int() }),
  async run({ db, now }, { accountId }) {
    const account = await findAccount(db, accountId)
    const where = { membershipId: account.id, revokedAt: null, expiresAt: { gt: now } }
    const { count } = await db.accessToken.updateMany({ where, data: { revokedAt: now } })
    if (count === 0) return unchanged({ ended: 0 })
    const subject = { kind: 'service_account', id: account.id, label: account.name } as const
    return changed({ ended: count }, { subject, after: { tokens: count } })
  },
})
