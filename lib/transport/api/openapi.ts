import 'server-only'
import { type Permission, permissions } from '@/lib/domain/permissions'
import { once } from '@/lib/platform/once'
import type { Api } from './apis'
import { exampleOf } from './openapi-examples'
import { Problem, problemResponses, refusalLinks } from './openapi-problems'
import { type Json, schemaOf } from './openapi-schema'
import { isRepeatable, type Route } from './route'

/** OpenAPI 3.1 of one API table, made once per process. */
export const openApiDocument = (api: Api): Json =>
  once(`transport.openapi ${api.prefix}`, () => build(api))

function build(api: Api): Json {
  const components: Json = {}
  const paths: Record<string, Json> = {}
  for (const { tag, routes } of api.groups) {
    for (const route of routes) {
      paths[route.path] ??= {}
      ;(paths[route.path] as Json)[route.method.toLowerCase()] = operation(
        route,
        tag,
        components,
        api.prefix,
      )
    }
  }
  schemaOf(Problem, 'output', components)
  return {
    openapi: '3.1.0',
    info: {
      title: api.title,
      version: api.version,
      description: api.about,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: api.prefix }],
    security: [{ bearer: [] }, { cliToken: [] }],
    tags: api.groups.map(({ tag, about }) => ({ name: tag, description: about })),
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

function operation(route: Route, tag: string, components: Json, prefix: string): Json {
  const { operationId, summary, permission, body } = route
  return {
    operationId,
    summary,
    tags: [tag],
    description: [
      ...(permission ? [needs(permission)] : []),
      ...(route.open ? ['Needs no key.'] : []),
      refusalLinks(route),
    ].join('\n\n'),
    ...(permission && { 'x-permission': permission }),
    ...(route.open && { 'x-permission': null, security: [] }),
    parameters: [
      ...pathParameters(route),
      ...queryParameters(route, components),
      ...(isRepeatable(route) ? [idempotencyKey] : []),
    ],
    ...(body && {
      requestBody: {
        required: true,
        content: json(schemaOf(body, 'input', components), components),
      },
    }),
    responses: {
      ...done(route, components),
      ...problemResponses(route, exampleAddress(route, prefix)),
    },
  }
}

const needs = (permission: Permission) =>
  `Needs the permission to ${permissions[permission].label}.`

const json = (schema: Json, components: Json) => ({
  'application/json': { schema, example: exampleOf(schema, components) },
})

const done = ({ answer, status = 200 }: Route, components: Json): Json =>
  answer
    ? {
        [status]: {
          description: 'Done.',
          content: json(schemaOf(answer, 'output', components), components),
        },
      }
    : { 204: { description: 'Done.' } }

const exampleAddress = ({ path, params = {} }: Route, prefix: string): string =>
  prefix + path.replace(/\{(\w+)\}/g, (_: string, name: string) => params[name]?.example ?? name)

const pathParameters = ({ params = {} }: Route): Json[] =>
  Object.entries(params).map(([name, { description, example }]) => ({
    in: 'path',
    name,
    required: true,
    description,
    example,
    schema: { type: 'string' },
  }))

function queryParameters({ query, repeated = [] }: Route, components: Json): Json[] {
  if (!query) return []
  const { properties = {}, required = [] } = schemaOf(query, 'output', components) as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, schema]) => {
    const { description, ...shape } = schema
    // What has a default is in every output, and in no input.
    const needed = required.includes(name) && !('default' in shape)
    return {
      ...{ in: 'query', name, required: needed, description, schema: shape },
      ...(shape.type === 'array' && !repeated.includes(name) && { style: 'form', explode: false }),
    }
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
