import { expect } from 'vitest'
import type { EventName } from '@/lib/domain/events'
import type { ProblemCode } from '@/lib/domain/problems'
import { isProblem } from '@/lib/kernel/problem'
import { eventsOf } from './people'

declare module 'vitest' {
  // biome-ignore lint/suspicious/noExplicitAny: the signature vitest declares
  interface Matchers<T = any> {
    /** The promise is refused with this problem, and its sentence matches. */
    toBeProblem(code: ProblemCode, sentence?: RegExp): Promise<T>
    /** The organization's log holds this event, exactly so many times (1). */
    toHaveRecorded(event: EventName, times?: number): Promise<T>
  }
}

expect.extend({
  async toBeProblem(received: Promise<unknown>, code: ProblemCode, sentence?: RegExp) {
    const outcome = await received.then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    )
    if (!('error' in outcome)) {
      return { pass: false, message: () => `expected ${code}, but it was done` }
    }
    const { error } = outcome
    if (!isProblem(error)) throw error
    const pass = error.code === code && (sentence?.test(error.message) ?? true)
    return {
      pass,
      message: () => `expected ${code} ${sentence ?? ''}, got ${error.code}: ${error.message}`,
    }
  },
  async toHaveRecorded(organization: { id: string }, event: EventName, times = 1) {
    const events = (await eventsOf(organization.id)).map((row) => row.event)
    const found = events.filter((name) => name === event).length
    return {
      pass: found === times,
      message: () => `expected ${event} ${times} times, found ${found} in ${events.join(', ')}`,
    }
  },
})
