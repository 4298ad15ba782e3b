import { consoleQuery } from '@/lib/client/query'
import type { AccessTreePage } from './tree-model'

/** Clouds of a page; the page and the browser must build the same input. */
export const treeInput = (memberId?: string, after?: string | null) => ({
  ...(memberId && { memberId }),
  count: 20,
  ...(after && { after }),
})

export const treeQuery = (organizationId: string, memberId?: string, after?: string | null) =>
  consoleQuery<AccessTreePage>(organizationId, 'access.tree', treeInput(memberId, after))
