import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { changed, defineCommand } from '@/lib/kernel/define'
import { refuseMistyped } from '@/lib/kernel/mistyped'
import { handedOver } from '@/lib/modules/bindings/binding'
import { closeAccount } from '@/lib/modules/members/commands/close-account'
import { findAccount } from '../internal/find-account'

/** For good: its keys and roles end with it, and an account of the same name later is another one. */
export const deleteServiceAccount = defineCommand({
  name: 'service_account.delete',
  summary: 'Delete a service account with its keys and roles',
  scope: 'organization',
  permission: 'service_account.delete',
  event: 'service_account.deleted',
  lock: 'organization',
  fresh: true,
  input: z.object({
    accountId: idOf('ide'),
    typed: z.string().max(400).optional().describe('The name of the account, typed.'),
    /** Who owns from now on what it owned or made; the rest goes to the owners of the organization. */
    handOver: handedOver.default([]),
  }),
  output: z.object({ id: idOf('ide'), name: z.string() }),
  async run(context, { accountId, typed, handOver }) {
    const { id, name } = await findAccount(context, accountId)
    refuseMistyped(typed, name)
    await context.also(closeAccount, { accountId: id, handOver })
    return changed({ id, name }, [])
  },
})
