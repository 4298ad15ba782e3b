const longest = 2_000

/**
 * The page somebody wanted before signing in, as a path of this site; null for anything that a browser could
 * read as another site: schemes, `//host`, `/\host`, and what becomes one of them (WHATWG URL §4.4).
 */
export function parseReturnPath(text: unknown): string | null {
  if (typeof text !== 'string' || text.length > longest) return null
  if (!/^\/(?!\/)[^\\\p{Cc}]*$/u.test(text)) return null
  const here = 'http://here.invalid'
  if (!URL.canParse(text, here)) return null
  const url = new URL(text, here)
  if (url.origin !== here) return null
  const path = url.pathname + url.search + url.hash
  return path.startsWith('//') ? null : path
}

/** The organization that a page was linked for, out of its path: mailed links say it (`organizationId`). */
export function wantedOrganization(path: string): string | null {
  const here = 'http://here.invalid'
  return URL.canParse(path, here) ? new URL(path, here).searchParams.get('organizationId') : null
}
