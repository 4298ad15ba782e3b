import 'server-only'
import { type ProblemCode, problems } from '@/lib/domain/problems'
import type { Json } from './openapi-schema'

type Schema = {
  $ref?: string
  examples?: unknown[]
  default?: unknown
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  type?: string
  format?: string
  minimum?: number
  properties?: Record<string, Schema>
  items?: Schema
  not?: unknown
}

/** One value of a schema: its own example where it has one, else built from those of its parts. */
export function exampleOf(schema: Schema, components: Json): unknown {
  const { $ref, examples, anyOf, properties, items } = schema
  if ($ref) return exampleOf(components[$ref.split('/').at(-1) ?? ''] as Schema, components)
  if (examples) return examples[0]
  if ('const' in schema) return schema.const
  if (schema.enum) return schema.enum[0]
  if (anyOf) return ofChoice(anyOf, components)
  // `not: {}` is what nothing fits: such a list is empty.
  if (schema.type === 'array') return items && !items.not ? [exampleOf(items, components)] : []
  if (properties) {
    return Object.fromEntries(
      Object.entries(properties).map(([name, part]) => [name, exampleOf(part, components)]),
    )
  }
  return 'default' in schema ? schema.default : ofType(schema)
}

/** What may be null is null, unless something says how it looks when it is not. */
function ofChoice(choices: Schema[], components: Json): unknown {
  const [first, ...rest] = choices
  const bare = first && !first.examples && !first.$ref && !first.properties
  if (!first || (bare && rest.some(({ type }) => type === 'null'))) return null
  return exampleOf(first, components)
}

function ofType({ type, format, minimum }: Schema): unknown {
  if (type === 'integer' || type === 'number') return Math.max(1, minimum ?? 1)
  if (type === 'boolean') return false
  if (type === 'object') return {}
  if (type === 'null') return null
  return format === 'date-time' ? '2026-11-24T08:02:06.510000+00:00' : 'text'
}

/** Each refusal as it would arrive. The sentences of real ones say more: they name what stands in the way. */
export const problemExamples = (codes: readonly ProblemCode[], instance: string): Json =>
  Object.fromEntries(
    codes.map((code) => {
      const { status, title } = problems[code]
      const detail = `${title}.`
      const value = {
        type: `/problems/${code}`,
        title,
        status,
        code,
        detail,
        instance,
        request_id: 'req_fee8d6189f57f10f3c4435b2',
        ...(code === 'rate_limited' && { retry_after: 40 }),
        ...(code === 'unavailable' && { retry_after: 2 }),
        ...(code === 'invalid_input' && {
          errors: [{ pointer: '#/email', detail: 'An address needs an @.' }],
        }),
        error: { detail },
      }
      return [code, { summary: title, value }]
    }),
  )
