import 'server-only'
import { Problem } from './problem'

type Seen = Record<string, string | number>

/** Throws when the row is not the one that whoever asks has seen. `what` begins a sentence; `seen`: what it holds now, for the form. */
export function refuseStale(
  present: { version: number },
  expected: number | undefined,
  what: string,
  seen: Seen = {},
): void {
  if (expected === undefined || expected === present.version) return
  throw new Problem('stale', `${what} was changed in the meantime. Nothing was saved.`, {
    context: { expected, present: present.version, ...seen },
  })
}
