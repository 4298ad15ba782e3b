import type { Ids } from './rows'

/** Service accounts: a line for each use case, on the one that idsOf has made. */
export const inputsOfServiceAccounts = ({ account: accountId }: Ids): Record<string, unknown> => ({
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
