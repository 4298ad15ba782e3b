import { bySpecificity, type Check, checksOf, type Demand } from './trust-matching'

// Runs in the browser too: a token that is pasted there stays there.

type Rule = Demand & { id: string; name: string; enabled: boolean; createdAt: Date | string }
export type Tested<R extends Rule = Rule> = { rule: R; matches: boolean; checks: Check[] }

/** What a text says, be it a JWT or the claims of one; null: it is neither. */
export function readClaims(text: string): Record<string, unknown> | null {
  const given = text.trim()
  const [, payload] = /^[\w-]+\.([\w-]+)\.[\w-]*$/.exec(given) ?? []
  try {
    const read: unknown = JSON.parse(payload === undefined ? given : decoded(payload))
    const isObject = typeof read === 'object' && read !== null && !Array.isArray(read)
    return isObject ? (read as Record<string, unknown>) : null
  } catch {
    return null
  }
}

function decoded(payload: string): string {
  const bytes = atob(payload.replaceAll('-', '+').replaceAll('_', '/'))
  return new TextDecoder().decode(Uint8Array.from(bytes, (letter) => letter.charCodeAt(0)))
}

/** Which rule would count, and of each why it would or would not; its signature is asked about at the sign-in alone. */
export function testOf<R extends Rule>(
  rules: readonly R[],
  claims: Record<string, unknown>,
  now: number,
) {
  const tested = [...rules].sort(bySpecificity).map((rule): Tested<R> => {
    const checks = checksOf(rule, claims)
    return { rule, checks, matches: checks.every(({ fits }) => fits) }
  })
  const counts = tested.find(({ rule, matches }) => rule.enabled && matches)
  const { exp } = claims
  return { counts: counts ?? null, tested, expired: typeof exp === 'number' && exp * 1_000 < now }
}
