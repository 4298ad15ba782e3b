import 'server-only'
import { z } from 'zod'
import { defineQuery } from '@/lib/kernel/define'
import { findAnyAccount } from '../internal/find-account'
import { ServiceAccount } from '../service-account'

export const getServiceAccount = defineQuery({
  name: 'service_account.get',
  summary: 'Read one service account, by identity id or by user id, also one that was deleted',
  scope: 'organization',
  permission: 'service_account.list',
  input: z.object({
    accountId: z.string().max(100).describe('An id that begins with ide_ or usr_.'),
  }),
  output: ServiceAccount,
  run: (context, { accountId }) => findAnyAccount(context, accountId),
})
