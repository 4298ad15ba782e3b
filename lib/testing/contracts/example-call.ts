import type { Api } from '@/lib/transport/api/apis'
import { openApiDocument } from '@/lib/transport/api/openapi'
import { exampleOf } from '@/lib/transport/api/openapi-examples'
import type { Route } from '@/lib/transport/api/route'

type Parameter = { in: string; name: string; required: boolean; schema: object }
type Operation = {
  parameters: Parameter[]
  requestBody?: { content: Record<string, { example: unknown }> }
}
type Document = {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, unknown> }
}

/** A call as the document shows it: what its query must have, and its body. */
export function exampleCall(api: Api, route: Route): { query: string; body: unknown } {
  const { paths, components } = openApiDocument(api) as Document
  const operation = paths[route.path]?.[route.method.toLowerCase()]
  if (!operation) throw new Error(`${route.operationId} is not in its document.`)
  const { parameters, requestBody } = operation
  const needed = parameters.filter(({ in: at, required }) => at === 'query' && required)
  const query = new URLSearchParams(
    needed.map(({ name, schema }) => [name, String(exampleOf(schema, components.schemas))]),
  )
  const body = requestBody?.content['application/json']?.example
  return { query: needed.length > 0 ? `?${query}` : '', body }
}
