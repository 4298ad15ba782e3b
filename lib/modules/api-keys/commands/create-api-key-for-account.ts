import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { defineCommand } from '@/lib/kernel/define'
import { findAccount } from '@/lib/modules/trust/trust-account'
import { askedKey, MadeKey, makeKey } from '../internal/make-key'
import { requireMaker } from '../makers/require-maker'

/** An owner makes a key that acts as a service account. */
export const createApiKeyForAccount = defineCommand({
  name: 'api_key.create_for_account',
  summary: 'Make an API key for a service account',
  scope: 'organization',
  permission: 'api_key.create_for_account',
  event: 'api_key.created',
  lock: 'organization', // one live key of a name
  fresh: true,
  input: z.object({ accountId: idOf('ide'), ...askedKey }),
  output: MadeKey,
  async run(context, { accountId, ...asked }) {
    await requireMaker(context)
    return makeKey(context, await findAccount(context.db, accountId), asked)
  },
})
