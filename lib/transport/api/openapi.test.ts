import { describe, expect, test } from 'vitest'
import { isProblemCode } from '@/components/problems/example'
import { type ProblemCode, problems } from '@/lib/domain/problems'
import { Problem as Refusal } from '@/lib/kernel/problem'
import { apiOf } from '@/lib/testing/api'
import { makeOrganization } from '@/lib/testing/people'
import { type Api, apis } from './apis'
import { openApiDocument } from './openapi'
import { codesOf, Problem } from './openapi-problems'

// biome-ignore lint/suspicious/noExplicitAny: a JSON document
type Json = any
const documentOf = (api: Api) => openApiDocument(api) as Json
const routesOf = (api: Api) => api.groups.flatMap((group) => group.routes)
const named = apis.map((api) => [api.prefix, api] as const)

describe.each(named)('%s', (prefix, api) => {
  const document = documentOf(api)
  const routes = routesOf(api)
  const written = Object.entries<Record<string, Json>>(document.paths).flatMap(([path, item]) =>
    Object.entries<Json>(item).map(([method, operation]) => ({ path, method, ...operation })),
  )

  test('table and document have the same operations, each summed up, permitted and tagged', () => {
    expect(
      written.map(({ method, path, operationId }) => `${method} ${path} ${operationId}`).sort(),
    ).toEqual(
      routes
        .map((route) => `${route.method.toLowerCase()} ${route.path} ${route.operationId}`)
        .sort(),
    )
    for (const operation of written) {
      expect(operation.summary).toMatch(/^[A-Z].*[^.]$/)
      expect(operation.tags).toHaveLength(1)
      expect(operation).toHaveProperty('x-permission')
    }
    expect(document.servers).toEqual([{ url: prefix }])
  })

  test('every tag is one group of the table, described, and used', () => {
    const tags: { name: string; description: string }[] = document.tags
    expect(new Set(tags.map(({ name }) => name)).size).toBe(tags.length)
    for (const { name, description } of tags) {
      expect(description, name).toMatch(/^[A-Z].*\.$/s)
      expect(
        written.some(({ tags }) => tags.includes(name)),
        name,
      ).toBe(true)
    }
  })

  test('every parameter of a path is described, and no two paths differ in its name alone', () => {
    for (const { path, params = {} } of routes) {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      expect(Object.keys(params), path).toEqual(names)
    }
    // OpenAPI 3.1 §4.8.8.2: such paths are identical, and invalid.
    const shapes = Object.keys(document.paths).map((path) => path.replace(/\{\w+\}/g, '{}'))
    expect(new Set(shapes).size).toBe(shapes.length)
  })

  test('every refusal leads to its page and has an example of its own, and none is left out', () => {
    for (const route of routes) {
      const { responses, description } = document.paths[route.path][route.method.toLowerCase()]
      const links = [...description.matchAll(/\[`(\w+)`\]\(\/problems\/(\w+)\)/g)]
      expect(links.map(([, code]) => code).sort()).toEqual([...codesOf(route)].sort())
      for (const [, code = '', page = ''] of links) {
        const at = `${route.operationId} ${code}`
        expect(page, at).toBe(code)
        expect(isProblemCode(page), `a page for ${page}`).toBe(true)
        const { status } = problems[page as ProblemCode]
        expect(responses[status].description, at).toContain(`\`${code}\``)
        const { examples } = responses[status].content['application/problem+json']
        expect(Problem.safeParse(examples[code].value).error, at).toBeUndefined()
        expect(examples[code].value, at).toMatchObject({ code, status })
      }
    }
  })

  test('every schema that is named exists, and every example fits what it is an example of', async () => {
    const text = JSON.stringify(document)
    for (const [, name] of text.matchAll(/#\/components\/schemas\/(\w+)/g)) {
      expect(document.components.schemas, name).toHaveProperty(name as string)
    }
    for (const route of routes) {
      const { requestBody, responses } = document.paths[route.path][route.method.toLowerCase()]
      const at = route.operationId
      if (route.body) {
        const { example } = requestBody.content['application/json']
        expect(route.body.safeParse(example).error, `${at} asked`).toBeUndefined()
      }
      if (route.answer) {
        const { example } = responses[route.status ?? 200].content['application/json']
        expect(route.answer.safeParse(example).error, `${at} answered`).toBeUndefined()
      }
    }
  })

  test('needs no key, has both slash forms, and is only read', async () => {
    const call = await apiOf(null, prefix)
    for (const path of ['/openapi.json', '/openapi.json/']) {
      const { status, body } = await call(path)
      expect([status, body.openapi, body.servers[0].url]).toEqual([200, '3.1.0', prefix])
    }
    const { status, headers } = await call('/openapi.json', { method: 'POST' })
    expect([status, headers.get('allow')]).toEqual([405, 'GET'])
  })
})

test('ids of operations are unique over both, for clients made from them', () => {
  const ids = apis.flatMap(routesOf).map(({ operationId }) => operationId)
  expect(new Set(ids).size).toBe(ids.length)
})

test('of a query, what has a default is not required, and words between commas are a list', () => {
  const parameter = (api: Api, path: string, name: string) =>
    documentOf(api).paths[path].get.parameters.find((one: Json) => one.name === name)
  const [v2, own] = apis
  expect(parameter(v2, '/users/create_otp_token', 'duration_seconds').required).toBe(false)
  expect(parameter(own, '/members/', 'role')).toMatchObject({ explode: false, style: 'form' })
  expect(parameter(own, '/members/', 'role').schema.items.enum).toContain('owner')
  expect(parameter(v2, '/clouds/', 'state_filter')).not.toHaveProperty('explode')
})

// Five requests to every operation: longer than other tests.
test.each(named)(
  'what %s answers is written in its document: status, content type, the form of a problem',
  async (_, api) => {
    const { owner, secondOwner, collaborator } = await makeOrganization()
    const strangers = await apiOf(null, api.prefix)
    const few = await apiOf(collaborator, api.prefix)
    const full = await apiOf(owner, api.prefix)
    for (const route of routesOf(api)) {
      const { responses } = documentOf(api).paths[route.path][route.method.toLowerCase()]
      const { method } = route
      const own = route.path.replace(/\{\w+\}/, owner.id)
      const other = route.path.replace(/\{\w+\}/, secondOwner.id)
      const send = method === 'GET' ? {} : { body: { permission_level: 'collaborator' } }
      const answers = [
        await strangers(route.path, { method }),
        await few(own, { method, ...send }),
        await full(own, { method, ...send }),
        await full(method === 'DELETE' ? other : route.path, { method, ...send }),
        await full(`${own}?count=x&paging_token=x`, { method, raw: '{' }),
      ]
      for (const { status, headers, body } of answers) {
        const at = `${method} ${route.path} ${status}`
        expect(responses, at).toHaveProperty(String(status))
        if (body === null) continue
        const type = headers.get('content-type') as string
        expect(responses[status].content, at).toHaveProperty([type])
        if (status < 400) expect(() => route.answer.parse(body), at).not.toThrow()
        else expect(Problem.safeParse(body).error, at).toBeUndefined()
      }
    }
  },
  60_000,
)

test('the form of a problem has everything that one may carry', () => {
  const extra = {
    errors: [{ pointer: '#/name', detail: 'Enter a name.' }],
    retry_after: 7,
    context: { expected: 1, present: 2, name: null },
  }
  const body = new Refusal('stale', 'Somebody was quicker.', extra).body()
  const more = { instance: '/api/v2/x', request_id: 'req_x', error: { detail: body.detail } }
  expect(Problem.safeParse({ ...body, ...more }).error).toBeUndefined()
  expect(Problem.safeParse({ ...body, ...more, secret: 'x' }).success).toBe(false)
})
