// Apart from the schemas: the browser needs no Zod.

/** What a rule demands of a token. */
export type Demand = {
  issuer: string
  audience: string
  subject: string
  claims: Record<string, string>
}

/** The longest life of a token that a rule gives, and the shortest, in seconds. */
export const ruleLife = { minimum: 60, default: 900, maximum: 3_600 } as const
/** The same of whatever else an account proves itself with. */
export const tokenLife = { minimum: 900, maximum: 3_600 } as const

const MOST_STARS = 4
const delimiter = /[:/]/

/**
 * What is wrong with a subject pattern; null: nothing. A star is a whole part between `:` and `/`, and never one of the first two:
 * those say whose it is (`repo:halden/…`, `system:serviceaccount:…`), and whoever may name them may be anybody.
 */
export function subjectFault(pattern: string): string | null {
  if (!pattern.includes('*')) return null
  const parts = pattern.split(delimiter)
  if (parts.some((part) => part.includes('*') && part !== '*'))
    return 'A * stands for a whole part, between : and /.'
  if (
    parts.slice(0, 2).some((part) => part === '*') ||
    parts.slice(0, 2).some((part) => part === '')
  )
    return 'The first two parts of the subject are fixed: they say whose it is.'
  if (parts.filter((part) => part === '*').length > MOST_STARS) return 'At most four * each.'
  return null
}

/**
 * Whether a subject fits. A star is one character or more, and no `:`, so that it takes in no further part that says what it is.
 * No regular expression: whoever owns a rule and its issuer would choose how long it takes.
 */
export function subjectFits(pattern: string, subject: string): boolean {
  if (!pattern.includes('*')) return pattern === subject
  const [wanted, found] = [pattern.split(':'), subject.split(':')]
  return (
    !subject.includes('\n') &&
    wanted.length === found.length &&
    wanted.every((part, at) => partFits(part, found[at] as string))
  )
}

/** Each fixed piece is taken where it comes first: what a star takes in beyond that is of no use to the next one. */
function partFits(pattern: string, part: string): boolean {
  const [first = '', ...pieces] = pattern.split('*')
  const last = pieces.pop()
  if (last === undefined) return pattern === part
  if (!part.startsWith(first)) return false
  let at = first.length
  for (const piece of pieces) {
    const found = part.indexOf(piece, at + 1)
    if (found < 0) return false
    at = found + piece.length
  }
  return part.endsWith(last) && part.length - last.length > at
}

type Token = Record<string, unknown>
export const checkKinds = ['issuer', 'audience', 'subject', 'claim'] as const
export type Check = {
  what: (typeof checkKinds)[number]
  name: string
  wanted: string
  found: string | null
  fits: boolean
}

const isPlain = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value)
// What is nested is not read out: it may be deeper than any stack.
const shown = (value: unknown): string | null => {
  const parts = Array.isArray(value) ? value : [value]
  return parts.every(isPlain) ? parts.map(String).join(', ').slice(0, 500) : null
}

/** Each demand of a rule, and what a token has for it. It matches when all fit. */
export function checksOf(rule: Demand, token: Token): Check[] {
  const { iss, aud, sub } = token
  const audiences = Array.isArray(aud) ? aud : [aud]
  const check = (
    what: Check['what'],
    name: string,
    wanted: string,
    value: unknown,
    fits: boolean,
  ) => ({
    ...{ what, name, wanted, found: shown(value), fits },
  })
  return [
    check('issuer', 'iss', rule.issuer, iss, iss === rule.issuer),
    check('audience', 'aud', rule.audience, aud, audiences.includes(rule.audience)),
    check(
      'subject',
      'sub',
      rule.subject,
      sub,
      typeof sub === 'string' && subjectFits(rule.subject, sub),
    ),
    ...Object.entries(rule.claims).map(([name, wanted]) => {
      const value = Object.hasOwn(token, name) ? token[name] : undefined
      return check('claim', name, wanted, value, isPlain(value) && String(value) === wanted)
    }),
  ]
}

export const matches = (rule: Demand, token: Token): boolean =>
  checksOf(rule, token).every(({ fits }) => fits)

type Rule = Demand & { id: string; createdAt: Date | string }

const stars = ({ subject }: Demand) => subject.split('*').length - 1
const fixed = ({ subject }: Demand) => subject.replace(/\*/g, '').length

/** Of several that match, the most specific first: no star, the longer fixed text, the more claims, the older. */
export const bySpecificity = (one: Rule, other: Rule): number =>
  Math.sign(stars(one) && 1) - Math.sign(stars(other) && 1) ||
  fixed(other) - fixed(one) ||
  Object.keys(other.claims).length - Object.keys(one.claims).length ||
  new Date(one.createdAt).getTime() - new Date(other.createdAt).getTime() ||
  (one.id < other.id ? -1 : 1)
