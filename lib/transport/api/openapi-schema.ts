import 'server-only'
import { z } from 'zod'

export type Json = Record<string, unknown>

/** A JSON Schema in which named schemas are references into `components`, which it fills. */
export function schemaOf(schema: z.ZodType, io: 'input' | 'output', components: Json): Json {
  const { $schema, $defs, ...rest } = z.toJSONSchema(schema, {
    io,
    target: 'draft-2020-12',
    unrepresentable: 'any',
    reused: 'inline',
  }) as Json & { $defs?: Json; id?: string }
  // Zod leaves out the examples of what it transforms: they might be those of the result. Ours are as they are sent.
  const { examples } = schema.meta() ?? {}
  const inline = toComponents(examples ? { ...rest, examples } : rest)
  for (const [name, definition] of Object.entries($defs ?? {})) {
    register(components, name, toComponents(definition as Json))
  }
  if (typeof inline.id !== 'string') return inline
  const { id, ...named } = inline
  register(components, id, named)
  return { $ref: `#/components/schemas/${id}` }
}

/** One name is one form: what is asked and what is answered may differ in what else it may hold. */
function register(components: Json, name: string, schema: Json): void {
  if (name in components && JSON.stringify(components[name]) !== JSON.stringify(schema)) {
    throw new Error(`Two schemas are called ${name}.`)
  }
  components[name] = schema
}

const toComponents = (schema: Json): Json & { id?: unknown } =>
  JSON.parse(JSON.stringify(schema).replaceAll('#/$defs/', '#/components/schemas/'))
