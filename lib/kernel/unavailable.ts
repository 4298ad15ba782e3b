import 'server-only'
import { type Failure, failureOf } from '@/lib/platform/db/failures'
import { log } from '@/lib/platform/log'
import { once } from '@/lib/platform/once'
import { isProblem, Problem } from './problem'

const SENTENCES: Record<Failure, string> = {
  lost: 'The database cannot be reached. Nothing was changed. Try again in a moment.',
  busy: 'The database did not answer in time. Nothing was changed. Try again in a moment.',
  full: 'The disk of the database is full. Nothing was changed. An operator has to make room.',
  conflict: 'Others are changing the same at this moment. Nothing was changed. Try again.',
  doubt:
    'The database was lost while this was being saved. Check whether it took effect before you try again.',
}
const RETRY_AFTER = 2 // s
const SAID_EVERY = 10_000 // ms

/** A failure of the database as the problem `unavailable`; every other error as it is. */
export function asProblem(error: unknown): unknown {
  if (isProblem(error)) return error
  const failure = failureOf(error)
  if (!failure) return error
  say(failure, error)
  return new Problem('unavailable', SENTENCES[failure], { retry_after: RETRY_AFTER })
}

/** In the log, once in a while: every request of an outage would say the same. */
function say(failure: Failure, err: unknown) {
  const said = once('unavailable.said', (): Partial<Record<Failure, number>> => ({}))
  const now = Date.now()
  if (now - (said[failure] ?? 0) < SAID_EVERY) return
  said[failure] = now
  log.error({ err, failure }, SENTENCES[failure])
}
