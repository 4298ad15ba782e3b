import 'server-only'
import { z } from 'zod'
import { permissions } from '@/lib/domain/permissions'
import { problems } from '@/lib/domain/problems'
import { once } from '@/lib/platform/once'
import { apiV2 } from '../routes/table'
import type { Route } from './route'

type Json = Record<string, unknown>
type Io = 'input' | 'output'

const Problem = z
  .object({
    type: z.string().describe('A page that explains the problem.'),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(problems) as [string, ...string[]]),
    detail: z.string().describe('One sentence that stands alone.'),
    instance: z.string(),
    request_id: z.string().optional(),
    retry_after: z.int().optional(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
    error: z.object({ detail: z.string() }),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem document.' })

/** OpenAPI 3.1 of the API table, made once per process. */
export const openApiDocument = (): Json => once('transport.openapi', build)

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
      description: 'People and access of an organization.',
    },
    servers: [{ url: '/api/v2' }],
    security: [{ bearer: [] }, { cliToken: [] }],
    tags: apiV2.map(({ tag }) => ({ name: tag })),
    paths,
    components: {
      schemas: components,
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        cliToken: { type: 'apiKey', in: 'cookie', name: 'cli_token' },
      },
    },
  }
}

function operation(route: Route, tag: string, components: Json): Json {
  const { operationId, summary, permission, body, answer, status = 200 } = route
  return {
    operationId,
    summary,
    tags: [tag],
    ...(permission && {
      'x-permission': permission,
      description: `Needs the permission to ${permissions[permission as keyof typeof permissions].label}.`,
    }),
    parameters: [
      ...pathParameters(route.path),
      ...queryParameters(route, components),
      ...headers(route),
    ],
    ...(body && {
      requestBody: { required: true, content: json(schemaOf(body, 'input', components)) },
    }),
    responses: {
      ...(answer
        ? {
            [status]: {
              description: 'Done.',
              content: json(schemaOf(answer, 'output', components)),
            },
          }
        : { 204: { description: 'Done.' } }),
      default: {
        description: 'Refused.',
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    },
  }
}

const json = (schema: Json) => ({ 'application/json': { schema } })

const pathParameters = (path: string): Json[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    in: 'path',
    name,
    required: true,
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

const headers = ({ repeatable }: Route): Json[] =>
  repeatable
    ? [
        {
          in: 'header',
          name: 'Idempotency-Key',
          required: false,
          schema: { type: 'string', maxLength: 200 },
        },
      ]
    : []

/** A JSON Schema in which named schemas are references into `components`. */
function schemaOf(schema: z.ZodType, io: Io, components: Json): Json {
  const { $schema, $defs, ...rest } = z.toJSONSchema(schema, {
    io,
    target: 'draft-2020-12',
    unrepresentable: 'any',
    reused: 'inline',
  }) as Json & { $defs?: Json; id?: string }
  const inline = toComponents(rest)
  for (const [name, definition] of Object.entries($defs ?? {})) {
    components[name] = toComponents(definition as Json)
  }
  if (typeof inline.id !== 'string') return inline
  const { id, ...named } = inline
  components[id] = named
  return { $ref: `#/components/schemas/${id}` }
}

function toComponents(schema: Json): Json & { id?: unknown } {
  return JSON.parse(JSON.stringify(schema).replaceAll('#/$defs/', '#/components/schemas/'))
}
