import type { Page } from '@/components/data-table/pager'
import type { CloudRow } from '@/components/resources/shapes'
import { consoleQuery } from '@/lib/client/query'

export const cloudQuery = (organizationId: string, cloudId: string) =>
  consoleQuery<CloudRow>(organizationId, 'cloud.get', { cloudId })

export const cloudsQuery = (organizationId: string, input: object) =>
  consoleQuery<Page<CloudRow>>(organizationId, 'cloud.list', input)

/** What shows a cloud or what it holds. */
export const cloudReads = [
  'cloud.list',
  'cloud.get',
  'cloud.default',
  'project.list',
  'project.get',
  'binding.list_on_cloud',
  'event.list',
]
