import 'server-only'
import { permissions } from '@/lib/domain/permissions'
import { once } from '@/lib/platform/once'
import { apiV2 } from '../routes/table'
import { Problem, problemResponses } from './openapi-problems'
import { type Json, schemaOf } from './openapi-schema'
import { isRepeatable, type Route } from './route'

/** OpenAPI 3.1 of the API table, made once per process. */
export const openApiDocument = (): Json => once('transport.openapi', build)

const description = `People and access of an organization.

Send a key as \`Authorization: Bearer <key>\` or in the cookie \`cli_token\`; when both are there, Bearer counts.
A path may end in a slash or not. Unknown fields and unknown query parameters are ignored. Every refusal is an
RFC 9457 problem whose \`error.detail\` is one sentence.`

function build(): Json {
  const components: Json = {}
  const paths: Record<string, Json> = {}
  for (const { tag, routes } of apiV2) {
    for (const route of routes) {
      paths[route.path] ??= {}
      ;(paths[route.path] as Json)[route.method.toLowerCase()] = operation(route, tag, components)
    }
  }
  schemaOf(Problem, 'output', components)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Gatehouse',
      version: '2',
      description,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/v2' }],
    security: [{ bearer: [] }, { cliToken: [] }],
    tags: apiV2.map(({ tag, about }) => ({ name: tag, description: about })),
    paths,
    components: {
      schemas: components,
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'An API key (agh_…).' },
        cliToken: {
          type: 'apiKey',
          in: 'cookie',
          name: 'cli_token',
          description: 'The same key, as the official client sends it.',
        },
      },
    },
  }
}

function operation(route: Route, tag: string, components: Json): Json {
  const { operationId, summary, permission, body } = route
  return {
    operationId,
    summary,
    tags: [tag],
    ...(permission && {
      'x-permission': permission,
      description: `Needs the permission to ${permissions[permission as keyof typeof permissions].label}.`,
    }),
    parameters: [
      ...pathParameters(route),
      ...queryParameters(route, components),
      ...(isRepeatable(route) ? [idempotencyKey] : []),
    ],
    ...(body && {
      requestBody: { required: true, content: json(schemaOf(body, 'input', components)) },
    }),
    responses: { ...done(route, components), ...problemResponses(route) },
  }
}

const json = (schema: Json) => ({ 'application/json': { schema } })

const done = ({ answer, status = 200 }: Route, components: Json): Json =>
  answer
    ? { [status]: { description: 'Done.', content: json(schemaOf(answer, 'output', components)) } }
    : { 204: { description: 'Done.' } }

const pathParameters = ({ params = {} }: Route): Json[] =>
  Object.entries(params).map(([name, { description, example }]) => ({
    in: 'path',
    name,
    required: true,
    description,
    example,
    schema: { type: 'string' },
  }))

function queryParameters({ query }: Route, components: Json): Json[] {
  if (!query) return []
  const { properties = {}, required = [] } = schemaOf(query, 'output', components) as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, schema]) => {
    const { description, ...shape } = schema
    return { in: 'query', name, required: required.includes(name), description, schema: shape }
  })
}

const idempotencyKey = {
  in: 'header',
  name: 'Idempotency-Key',
  required: false,
  description:
    'A repeat with the same key and body within 24 h gets the first answer, without links; 409 where that was a key.',
  schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[!-~]+$' },
}
