import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { apiOf } from '@/lib/testing/api'
import { testDatabase } from '@/lib/testing/database'
import { inputsOf } from '@/lib/testing/fuzz'
import { hostileTexts } from '@/lib/testing/hostile'
import { makeOrganization } from '@/lib/testing/people'
import { apis } from '../api/apis'
import type { Route } from '../api/route'

beforeAll(testDatabase)

const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31)
const settings = {
  seed,
  numRuns: Number(process.env.FUZZ_RUNS ?? 12),
  interruptAfterTimeLimit: 8_000,
}

const routes = apis.flatMap(({ prefix, groups }) =>
  groups.flatMap((group) =>
    group.routes.map((route): [string, string, Route] => [prefix, route.operationId, route]),
  ),
)

/** A query as it stands in an address, some parameters twice. */
const queryOf = (schema: z.ZodType | undefined, ids: string[]) =>
  (schema ? inputsOf(schema, ids) : fc.constant({})).map((input) => {
    const given = new URLSearchParams()
    if (typeof input !== 'object' || input === null) return ''
    for (const [name, value] of Object.entries(input)) {
      for (const each of [value].flat(9)) given.append(name, String(each ?? ''))
    }
    return `?${given}`
  })

describe(`no request to the API is answered by a fault of ours (seed ${seed})`, () => {
  test.each(routes)(
    '%s %s',
    async (prefix, _, route) => {
      const { owner, collaborator, stranger } = await makeOrganization()
      const calls = [await apiOf(owner, prefix), await apiOf(collaborator, prefix)]
      const ids = [collaborator.id, collaborator.userId, stranger.id, stranger.userId, owner.id]
      const part = fc.oneof(fc.constantFrom(...ids, ...Object.values(hostileTexts)), fc.string())
      const property = fc.asyncProperty(
        fc.array(
          part.map((text) => encodeURIComponent(text.replace(/\p{Cs}/gu, '?')) || 'none'),
          {
            minLength: 2,
            maxLength: 2,
          },
        ),
        queryOf(route.query, ids),
        route.body ? inputsOf(route.body, ids) : fc.constant(undefined),
        fc.constantFrom(undefined, 'once', 'x'.repeat(300), 'é'),
        fc.constantFrom(...calls),
        async (parts, query, body, key, call) => {
          const path = route.path.replace(/\{\w+\}/g, () => parts.pop() ?? 'none')
          const answer = await call(path + query, {
            method: route.method,
            ...(route.body && { raw: JSON.stringify(body) ?? 'undefined' }),
            headers: key === undefined ? {} : { 'idempotency-key': key },
          })
          expect([200, 201, 202, 204, 400, 401, 403, 404, 409, 422, 501]).toContain(answer.status)
          if (answer.status >= 400) expect(answer.body.error.detail).toMatch(/[.!?]$/)
          if (answer.status === 501) expect(route.refusals).toContain('not_implemented')
        },
      )
      await fc.assert(property, settings)
    },
    60_000,
  )
})
