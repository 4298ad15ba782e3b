import 'server-only'
import type { SessionCaller } from '@/lib/kernel/caller'
import { execute } from '@/lib/kernel/execute'
import { listServiceAccounts } from '@/lib/modules/service-accounts/queries/list-service-accounts'
import { csvFile, csvPages, pageAsked } from './download-csv'

/** Service accounts, as the list shows them: its search, filters and order. */
export const serviceAccountsDownload = csvFile('service-accounts', (caller: SessionCaller, input) =>
  csvPages(
    (after) => execute(listServiceAccounts, caller, pageAsked(input, after) as never),
    [
      'name',
      'email',
      'purpose',
      'state',
      'cloud_roles',
      'project_roles',
      'live_keys',
      'next_expiry',
      'expired',
      'last_used',
      'created',
      'created_by',
      'user_id',
      'identity_id',
    ],
    (account) => [
      account.name,
      account.email,
      account.description,
      account.disabledAt ? 'disabled' : 'enabled',
      String(account.roles.clouds),
      String(account.roles.projects),
      String(account.keys),
      account.nextExpiryAt ?? '',
      account.expiredAt ?? '',
      account.lastUsedAt ?? '',
      account.createdAt,
      creatorOf(account.createdBy),
      account.userId,
      account.id,
    ],
  ),
)

type Creator = { email: string; removed: boolean } | null

const creatorOf = (by: Creator) => (by?.removed ? 'Removed user' : (by?.email ?? ''))
