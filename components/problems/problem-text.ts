import type { ProblemBody } from '@/lib/domain/problems'

export type ProblemText = {
  /** What it means. */
  means: string
  /** What to do, a step each. */
  remedy: readonly string[]
  /** The sentence of the example document. */
  detail: string
  /** Path of the example, for what the HTTP API answers; the others are met in the console alone. */
  instance?: string
  /** Further members of the example document. */
  more?: Pick<ProblemBody, 'errors' | 'retry_after' | 'context'>
}
