import { expect, test } from 'vitest'
import { timeBounds } from './time-filter'

const now = new Date('2026-11-24T13:32:00Z')
const bounds = (filter: string) => {
  const found = timeBounds(filter, now)
  return found && { from: found.from?.toISOString(), to: found.to?.toISOString() }
}

test.each([
  ['within-7d', '2026-11-17T13:32:00.000Z', undefined],
  ['over-30d', undefined, '2026-10-25T13:32:00.000Z'],
  ['2026-01-01..2026-01-31', '2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'],
  ['2026-01-01..2026-01-01', '2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z'],
  ['2026-01-01..', '2026-01-01T00:00:00.000Z', undefined],
  ['..2026-01-31', undefined, '2026-02-01T00:00:00.000Z'],
])('%s', (filter, from, to) => expect(bounds(filter)).toEqual({ from, to }))

test.each([
  '',
  '..',
  'within-d',
  'over-99999d',
  '2026-02-30..',
  '2026-13-01..',
  '2026-02-01..2026-01-01',
  'x2026-01-01..',
])('%s is no filter', (filter) => expect(bounds(filter)).toBeNull())
