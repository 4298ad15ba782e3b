import { describe, expect, test } from 'vitest'
import { inDoubt } from '@/lib/platform/db/failures'
import { failureBody, pageError } from '@/lib/transport/failure'
import { asProblem } from './unavailable'

const coded = (code: string, message = 'inside', more: object = {}) =>
  Object.assign(new Error(message), { code, ...more })
/** As Prisma wraps what the database said about a raw statement. */
const wrapped = (originalCode: string) =>
  coded('P2010', 'Raw query failed.', {
    meta: {
      driverAdapterError: { name: 'DriverAdapterError', cause: { originalCode, kind: 'postgres' } },
    },
  })

const shapes: [string, RegExp, unknown[]][] = [
  [
    'not reached',
    /cannot be reached. Nothing was changed/,
    [
      coded('ECONNREFUSED'),
      new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')]),
      coded('57P01', 'terminating connection due to administrator command'),
      wrapped('57P03'),
      new Error('Connection terminated unexpectedly'),
      new Error('Client has encountered a connection error and is not queryable'),
      new Error('Query read timeout'),
      coded('EMBEDDED_LOST'),
      coded('P2028', 'Transaction API error', { cause: coded('ECONNRESET') }),
    ],
  ],
  [
    'slow',
    /did not answer in time. Nothing was changed/,
    [
      coded('55P03', 'canceling statement due to lock timeout'),
      wrapped('57014'),
      coded('53300', 'sorry, too many clients already'),
      new Error('timeout exceeded when trying to connect'),
      coded('P2028', 'Transaction API error'),
    ],
  ],
  [
    'full',
    /disk of the database is full. Nothing was changed/,
    [coded('53100'), wrapped('53100'), coded('ENOSPC')],
  ],
  [
    'conflicting',
    /Others are changing the same/,
    [coded('40001'), coded('P2034'), wrapped('40P01')],
  ],
  [
    'lost at the commit',
    /Check whether it took effect/,
    [inDoubt(new Error('Connection terminated unexpectedly'))],
  ],
]

describe.each(shapes)('a database that is %s', (_, sentence, errors) => {
  test.each(errors.map((error) => [String(error), error]))('%s', (_text, error) => {
    const body = failureBody(error, 'req_1')
    expect(body).toMatchObject({
      status: 503,
      code: 'unavailable',
      retry_after: 2,
      request_id: 'req_1',
    })
    expect(body.detail).toMatch(sentence)
    expect(pageError(error, 'req_1')).toMatchObject({ digest: 'unavailable req_1' })
  })
})

test('a fault of the program, or a rule of the database, is not one of these', () => {
  for (const error of [
    new TypeError('x'),
    coded('23505'),
    coded('P2002'),
    wrapped('42501'),
    wrapped('22012'),
    null,
    'x',
  ]) {
    expect(asProblem(error)).toBe(error)
  }
})
