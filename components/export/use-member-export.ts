'use client'
import type { MemberColumn } from '@/lib/modules/members/member-csv'
import type { MemberFilters } from '@/lib/modules/members/member-filter'
import { useDownload } from './use-download'

/** People by their ids, or everybody that a filter of the list matches, but for some. */
export type MemberTarget =
  | { ids: readonly string[] }
  | { matching: Partial<MemberFilters>; except?: readonly string[] }

/** Downloads people as CSV: `run({ ids })`, `run({ matching: filter })`. */
export function useMemberExport() {
  const { run, pending, stop } = useDownload('members')
  return {
    pending,
    stop,
    run: (selection: MemberTarget, columns?: readonly MemberColumn[]) =>
      run({ selection, ...(columns && { columns }) }),
  }
}
