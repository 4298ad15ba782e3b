import 'server-only'
import type { z } from 'zod'
import { invalidBy, Problem } from '@/lib/kernel/problem'

/** Input as its schema reads it; a fault is the problem invalid_input, each field by pointer and sentence. */
export function parseInput<T extends z.ZodType>(
  schema: T,
  raw: unknown,
  at: '#' | '#/query',
): z.output<T> {
  const parsed = schema.safeParse(raw, { error: sentence })
  if (parsed.success) return parsed.data
  throw invalidBy(parsed.error, at)
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Problem('malformed_body', 'The body is not JSON.')
  }
}

type Issue = z.core.$ZodRawIssue
const kinds: Record<string, string> = {
  string: 'text',
  object: 'an object',
  array: 'a list',
  boolean: 'true or false',
  number: 'a number',
  int: 'a whole number',
}
const units: Record<string, string> = { string: 'characters', array: 'items' }
const plain = new Intl.NumberFormat('en-US')

/** Clients print the first fault alone, behind words such as "Failed to list users:". */
function sentence(issue: Issue): string {
  const name = nameOf(issue.path ?? [])
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return `${name} is missing.`
      return `${name} must be ${kinds[issue.expected] ?? issue.expected}.`
    case 'invalid_value':
      if (issue.input === undefined) return `${name} is missing.`
      return `${name} must be ${issue.values.join(', ').replace(/, ([^,]*)$/, ' or $1')}.`
    case 'too_small':
      return `${name} must have at least ${amount(issue.minimum, issue.origin)}.`
    case 'too_big':
      return `${name} must have at most ${amount(issue.maximum, issue.origin)}.`
    default:
      return `${name} is not valid.`
  }
}

const amount = (count: number | bigint, origin: string) =>
  `${plain.format(count)} ${units[origin] ?? ''}`.trimEnd().replace(/^1 (\w+)s$/, '1 $1')

/** `email`, `email of item 2`, `item 2`, `The body`. */
function nameOf(path: PropertyKey[]): string {
  const parts = path
    .map((part) => (typeof part === 'number' ? `item ${part + 1}` : String(part)))
    .reverse()
    .join(' of ')
  return parts === '' ? 'The body' : parts.replace(/^item/, 'Item')
}
