import 'server-only'
import { z } from 'zod'
import { instant } from '@/lib/domain/schemas'
import { count } from '../api/wire'

const DEFAULT_COUNT = 50

/** Rows of a page of a list that only we have. */
export const ownCount = count
  .optional()
  .describe('Rows of a page, 50 without it; with 0, the total alone.')

/** `count=0`: no rows, the total, and no next page. */
export async function withOwnCount<P extends { rows: unknown[]; next: string | null }>(
  asked: number | undefined,
  read: (count: number) => Promise<P>,
): Promise<P> {
  const page = await read(asked === 0 ? 1 : (asked ?? DEFAULT_COUNT))
  return asked === 0 ? { ...page, rows: [], next: null } : page
}

/** Several of a few words, between commas. */
export const wordList = <const T extends readonly string[]>(words: T, most = 10) =>
  z
    .string()
    .max(10_000)
    .transform((text) => text.split(',').map((word) => word.trim()))
    .pipe(z.array(z.enum(words)).min(1).max(most))
    .meta({ examples: [words.slice(0, 2)] })

/** From the year 100 on (lib/domain/schemas.ts). */
const aMoment = { type: 'string', format: 'date-time', pattern: '^(?:0[1-9]|[1-9]\\d)' } as const

/** A moment that a caller names: a fault of its form is the fault of its own field. */
export const givenMoment = z
  .string()
  .max(40)
  .pipe(instant)
  .meta({ ...aMoment, examples: ['2026-12-24T08:00:00Z'] })
const moment = z.string().max(40).pipe(instant)
export const fromMoment = moment
  .describe('From this moment on.')
  .meta({ ...aMoment, examples: ['2026-11-01T00:00:00Z'] })
export const toMoment = moment
  .describe('Before this moment.')
  .meta({ ...aMoment, examples: ['2026-12-01T00:00:00Z'] })
