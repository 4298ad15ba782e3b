import { expect, test } from 'vitest'
import { apiOf } from '@/lib/testing/api'
import { makeOrganization } from '@/lib/testing/people'
import { apiV2 } from '../routes/table'
import { openApiDocument } from './openapi'
import { Problem } from './openapi-problems'

// biome-ignore lint/suspicious/noExplicitAny: a JSON document
const document = () => openApiDocument() as any
const routes = apiV2.flatMap((group) => group.routes)

test('table and document have the same operations, each summed up, permitted and tagged', () => {
  const written = Object.entries<Record<string, { operationId: string; summary: string }>>(
    document().paths,
  ).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, ...operation })),
  )
  expect(
    written.map(({ method, path, operationId }) => `${method} ${path} ${operationId}`).sort(),
  ).toEqual(
    routes
      .map((route) => `${route.method.toLowerCase()} ${route.path} ${route.operationId}`)
      .sort(),
  )
  for (const operation of written) {
    expect(operation.summary).not.toBe('')
    expect(operation).toHaveProperty('tags')
    expect(operation).toHaveProperty('x-permission')
  }
})

test('every parameter of a path is described, and no two paths differ in its name alone', () => {
  for (const { path, params = {} } of routes) {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect(Object.keys(params), path).toEqual(names)
  }
  // OpenAPI 3.1 §4.8.8.2: such paths are identical, and invalid.
  const shapes = Object.keys(document().paths).map((path) => path.replace(/\{\w+\}/g, '{}'))
  expect(new Set(shapes).size).toBe(shapes.length)
})

test('what the API answers is written in the document: status, content type, the form of a problem', async () => {
  const { owner, secondOwner, collaborator } = await makeOrganization()
  const strangers = await apiOf(null)
  const few = await apiOf(collaborator)
  const full = await apiOf(owner)
  for (const route of routes) {
    const { responses } = document().paths[route.path][route.method.toLowerCase()]
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
})
