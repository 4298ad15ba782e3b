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
