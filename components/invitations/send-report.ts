import { formatCount, plural } from '@/lib/client/words'
import { csvLine } from '@/lib/domain/csv'
import type { SendItem, SendRun } from './use-send-run'

/** "lines 2–101 and 120", "lines 2, 4, 6 and 97 more". */
export function lineWords(lines: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const line of [...lines].sort((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last && line <= last[1] + 1) last[1] = line
    else ranges.push([line, line])
  }
  const shown = ranges.length > MOST ? ranges.slice(0, MOST - 1) : ranges
  const words = shown.map(([from, to]) =>
    from === to ? formatCount(from) : `${formatCount(from)}–${formatCount(to)}`,
  )
  const rest = ranges.slice(shown.length).reduce((sum, [from, to]) => sum + to - from + 1, 0)
  if (rest > 0) words.push(`${formatCount(rest)} more`)
  return `${lines.length === 1 ? 'line' : 'lines'} ${list.format(words)}`
}
const MOST = 5
const list = new Intl.ListFormat('en-GB')

const nameOf = (items: readonly SendItem[]): string => {
  const lines = items.flatMap(({ line }) => line ?? [])
  return lines.length === items.length && lines.length > 0
    ? lineWords(lines)
    : plural(items.length, 'address', 'addresses')
}

/** What is known to be done, what is not known and what was not begun; a sentence each. */
export function whereItStands({ items, results, unknown }: SendRun): string[] {
  const done = items.filter(({ email }) => results.has(email))
  const open = items.filter(({ email }) => unknown.has(email))
  const left = items.filter(({ email }) => !results.has(email) && !unknown.has(email))
  return [
    done.length > 0 ? `Done: ${nameOf(done)}.` : 'Nothing is known to be done.',
    ...(open.length > 0 ? [`Not known: ${nameOf(open)}.`] : []),
    ...(left.length > 0 ? [`Not sent: ${nameOf(left)}.`] : []),
  ]
}

/** Every item with what became of it. Holds links, which are secrets: it is for whoever sent them. */
export function resultsCsv({ items, results, unknown }: SendRun): string {
  const head = ['line', 'email', 'role', 'result', 'link', 'ends', 'detail']
  const lines = items.map(({ email, role, line }) => {
    const result = results.get(email)
    const outcome = result?.outcome ?? (unknown.has(email) ? 'unknown' : 'not_sent')
    return csvLine([
      line === undefined ? '' : String(line),
      email,
      role,
      outcome,
      result?.link ?? '',
      result?.expiresAt ?? '',
      result?.detail ?? '',
    ])
  })
  return [csvLine(head), ...lines].join('')
}
