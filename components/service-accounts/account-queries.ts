import type { Page } from '@/components/data-table/pager'
import { consoleQuery } from '@/lib/client/query'
import type { ServiceAccount } from '@/lib/modules/service-accounts/service-account'

export const accountsQuery = (organizationId: string, input: object) =>
  consoleQuery<Page<ServiceAccount>>(organizationId, 'service_account.list', input)

export const accountQuery = (organizationId: string, accountId: string) =>
  consoleQuery<ServiceAccount>(organizationId, 'service_account.get', { accountId })

/** What an account proves itself with beside API keys; `usedLately`: in the last 30 days. */
export type Proof = { id: string; name: string; lastUsedAt: string | null; usedLately: boolean }
/** The answer of `service_account.preview_deletion`. */
export type DeletionPreview = {
  account: ServiceAccount
  used: {
    id: string
    name: string
    lastSix: string
    lastUsedAt: string
    requests: number
    calls: { useCase: string; requests: number }[]
  }[]
  rules: (Proof & { issuer: string; enabled: boolean })[]
  publicKeys: Proof[]
  roles: {
    id: string
    role: string
    readOnly: boolean
    cloud: { id: string; name: string }
    project: { id: string; name: string } | null
  }[]
}

/** What shows a service account. */
export const accountReads = [
  'service_account.list',
  'service_account.get',
  'service_account.preview_deletion',
  'member.list',
  'member.get',
  'event.list',
]
/** What shows somebody with a name or a role. */
export const holderReads = [
  'binding.list_on_cloud',
  'binding.list_on_project',
  'access.who_can',
  'cloud.list',
  'project.list',
]
