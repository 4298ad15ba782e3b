import type { Ids } from './rows'

/** Service accounts and their keys: a line for each use case, on the one that idsOf has made. */
export const inputsOfServiceAccounts = ({
  account: accountId,
  accountKey,
}: Ids): Record<string, unknown> => ({
  'api_key.create_for_account': { accountId, name: 'robot-bench' },
  'api_key.revoke_of_account': { accountId },
  'api_key.rotate': { keyId: accountKey },
  'member.close_account': { accountId },
  'service_account.change': { accountId, name: 'renamed-account', description: 'What it is for.' },
  'service_account.create': { name: 'new-account', description: 'What it is for.' },
  'service_account.delete': { accountId },
  'service_account.disable': { accountId },
  'service_account.enable': { accountId },
  'service_account.get': { accountId },
  'service_account.list': { search: 'account' },
  'service_account.preview_deletion': { accountId },
})
