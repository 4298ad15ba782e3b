import type { Denial } from '@/lib/domain/problems'

// Apart from the schemas: the browser shows this sentence, and would otherwise load all of Zod for it.

/** Whether this one session may be ended from the list of somebody's sessions. */
export const endSessionDenial = ({ current }: { current: boolean }): Denial | null =>
  current
    ? {
        code: 'conflict',
        detail: 'This is the session you are using. Sign out instead.',
      }
    : null
