import { formatCount } from '@/lib/client/words'

/** "Remove…", or when it fits only some: "Remove 3 of 4…". */
export function bulkLabel(label: string, count: number, fits: number | undefined): string {
  if (fits === undefined || fits === count) return label
  const dialog = label.endsWith('…')
  return `${dialog ? label.slice(0, -1) : label} ${formatCount(fits)} of ${formatCount(count)}${dialog ? '…' : ''}`
}

type Counted = {
  count: number
  matching: boolean
  /** Taken out of "everything that matches" again. */
  except?: ReadonlySet<string>
  total?: { count: number; more: boolean }
}

/** "4 selected", "All 1,284 selected", "All but 2 of more than 1,000 selected". */
export function countWords({ count, matching, except, total }: Counted): string {
  if (!matching) return `${formatCount(count)} selected`
  const all = formatCount(total?.count ?? count)
  const but = except?.size ? `but ${except.size} of ` : total?.more ? 'of ' : ''
  return `All ${but}${total?.more ? 'more than ' : ''}${all} selected`
}

/** "Select all 1,284 that match"; null when that is already so, or not known. */
export function matchWords({ count, matching, total }: Counted): string | null {
  if (matching || !total || (total.count <= count && !total.more)) return null
  return total.more ? 'Select all that match' : `Select all ${formatCount(total.count)} that match`
}
