import { expect, test } from 'vitest'
import type { ApiKey } from '@/lib/modules/api-keys/api-key'
import { paired } from './pairs'

const key = (id: string, replacesId: string | null = null): ApiKey => ({
  id,
  name: 'robot',
  lastSix: 'abcdef',
  createdAt: '2026-11-24T13:32:07.418Z',
  expiresAt: null,
  lastUsedAt: null,
  revokedAt: null,
  ceiling: null,
  replacesId,
})

test('the old key of a rotation stands below the new one, whatever lies between', () => {
  const rows = paired([key('d', 'c'), key('x'), key('c', 'b'), key('y', 'gone'), key('b')])
  expect(rows.map(({ id }) => id)).toEqual(['d', 'c', 'b', 'x', 'y'])
  expect(rows[1]).toMatchObject({ newer: { id: 'd' }, older: { id: 'b' } })
  expect(rows[4]?.older).toBeUndefined()
})
