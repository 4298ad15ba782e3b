import { formatCount } from '@/lib/client/words'

/** What a bulk verb works on: these, or everything that the filter of the list matches when it is done. */
export type SelectionTarget = { ids: string[] } | { matching: true; except: string[] }

/** The rows from one to the other are all chosen, or all not. A start that is not on this page counts as none. */
export function withRange(
  ids: ReadonlySet<string>,
  order: readonly string[],
  from: string,
  to: string,
  checked: boolean,
): ReadonlySet<string> {
  const end = order.indexOf(to)
  const start = order.includes(from) ? order.indexOf(from) : end
  const next = new Set(ids)
  for (const id of order.slice(Math.min(start, end), Math.max(start, end) + 1)) {
    if (checked) next.add(id)
    else next.delete(id)
  }
  return next
}

/** Everything on the page but the rows of `ids` is taken out; null when nothing of the page is left. */
export function exceptAfter(
  except: ReadonlySet<string>,
  page: readonly string[],
  ids: ReadonlySet<string>,
): ReadonlySet<string> | null {
  const out = page.filter((id) => !ids.has(id))
  if (out.length === page.length) return null
  return new Set([...[...except].filter((id) => !page.includes(id)), ...out])
}

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

/** How much of the page is chosen. */
export function pageChoice(ids: ReadonlySet<string>, page: readonly string[]) {
  const chosen = page.filter((id) => ids.has(id)).length
  return chosen === 0 ? 'none' : chosen === page.length ? 'all' : 'some'
}

/** The same with the whole page, or without any of it; what other pages hold stays. */
export const withPage = (
  ids: ReadonlySet<string>,
  page: readonly string[],
  chosen: boolean,
): ReadonlySet<string> =>
  new Set(chosen ? [...ids, ...page] : [...ids].filter((id) => !page.includes(id)))
