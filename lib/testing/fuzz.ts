import fc from 'fast-check'
import { z } from 'zod'
import { idPrefixes } from '@/lib/domain/id'
import { hostileControls, hostileTexts } from './hostile'

type Schema = {
  type?: string
  description?: string
  format?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  $ref?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  minimum?: number
  maximum?: number
  maxItems?: number
}

const texts = [...Object.values(hostileTexts), ...Object.values(hostileControls), '', ' ', '0']
const odd = [
  null,
  true,
  0,
  -1,
  2 ** 53,
  -(2 ** 63),
  1e308,
  0.1,
  [],
  [[]],
  {},
  [null],
  { length: 1 },
]
const cursors = [
  ['x', 'y', 0, 0],
  ['2026-01-01T00:00:00.000Z', '\ud800', 2 ** 40, 1],
  ['2026-13-45T99:99:99Z', 'ide_x', 0, 1],
  ['0000-01-01T00:00:00.000Z', 'ide_x', 0, 0],
  [String(2 ** 40), 'op_x', 0, 0],
].map((parts) => Buffer.from(JSON.stringify(parts)).toString('base64url'))

/** Any text, mostly such as somebody would send who means ill. */
const anyText = fc.oneof(
  fc.constantFrom(...texts),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 12 }),
  fc.constantFrom(...cursors),
  fc.integer({ min: 100, max: 11_000 }).map((length) => 'ä'.repeat(length)),
)
const anyEmail = fc.oneof(
  fc.stringMatching(/^[a-z]{3,9}$/).map((local) => `${local}@halden.example`),
  fc.constantFrom('"x"@y.example', 'a@b', 'ann+1@xn--r8jz45g.example', 'a@b.example\r\nBcc: c@d.e'),
)
const anyTime = fc.oneof(
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.constantFrom('0001-01-01T00:00:00Z', '9999-12-31T23:59:59.999999+14:00', '+275760-09-13'),
)

/** What a schema cannot say of a field. */
const byName: Record<string, fc.Arbitrary<unknown>> = {
  email: anyEmail,
  after: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...cursors) }, anyText),
  paging_token: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...cursors) }, anyText),
}

/**
 * Inputs that a schema takes, or nearly: generated from what it says of itself. `ids` are those of the world at hand, own
 * and foreign, used wherever an id may stand.
 */
export function inputsOf(schema: z.ZodType, ids: readonly string[]): fc.Arbitrary<unknown> {
  const root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema & {
    $defs?: Record<string, Schema>
  }
  const anyId = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...ids) },
    { weight: 1, arbitrary: fc.constantFrom(...idPrefixes).map((prefix) => `${prefix}_unknown`) },
    { weight: 1, arbitrary: anyText },
  )
  const build = (node: Schema, depth: number): fc.Arbitrary<unknown> => {
    if (depth > 6) return fc.constant(null)
    if (node.$ref)
      return build(root.$defs?.[node.$ref.split('/').at(-1) as string] ?? {}, depth + 1)
    if (node.const !== undefined) return fc.constant(node.const)
    if (node.enum) return fc.constantFrom(...node.enum)
    const choices = node.anyOf ?? node.oneOf ?? node.allOf
    if (choices) return fc.oneof(...choices.map((choice) => build(choice, depth + 1)))
    switch (node.type) {
      case 'object':
        return objects(node, depth)
      case 'array':
        return fc.array(build(node.items ?? {}, depth + 1), {
          maxLength: Math.min(node.maxItems ?? 4, 4),
        })
      case 'integer':
      case 'number':
        return fc.integer({
          min: Math.max(node.minimum ?? -10, -(2 ** 31)),
          max: Math.min(node.maximum ?? 1_000, 2 ** 31),
        })
      case 'boolean':
        return fc.boolean()
      case 'string':
        return strings(node)
      default:
        return fc.oneof(fc.constantFrom(...odd), anyText)
    }
  }
  const objects = (node: Schema, depth: number) => {
    const fields = Object.entries(node.properties ?? {})
    const shape = Object.fromEntries(
      fields.map(([name, field]) => [name, byName[name] ?? build(field, depth + 1)]),
    )
    return fc.record(shape, { requiredKeys: node.required ?? [] })
  }
  const strings = ({ description, format }: Schema) => {
    if (description?.startsWith('An id') || description?.startsWith('An identity id')) return anyId
    if (format === 'date-time') return anyTime
    if (format === 'email') return anyEmail
    return fc.oneof(anyText, anyEmail, anyId)
  }
  return build(root, 0).chain(mutated)
}

/** Fields that no input has: columns, and what JavaScript looks up on every object. */
const extras = {
  id: 'ide_x',
  organization_id: 'org_x',
  organizationId: 'org_x',
  role: 'owner',
  person_id: 'per_x',
  personId: 'per_x',
  version: 99,
  endedAt: null,
  constructor: { prototype: { role: 'owner' } },
}

type Change = { kind: 'keep' | 'odd' | 'drop' | 'extra' | 'wrap'; at: number; with: unknown }

/** Half of all inputs as they are, half with something done to them. */
function mutated(input: unknown): fc.Arbitrary<unknown> {
  const change = fc.record<Change>({
    kind: fc.oneof(
      { weight: 4, arbitrary: fc.constant('keep' as const) },
      { weight: 4, arbitrary: fc.constantFrom('odd', 'drop', 'extra', 'wrap') },
    ),
    at: fc.nat(20),
    with: fc.oneof(fc.constantFrom(...odd), anyText),
  })
  return change.map((done) => apply(structuredClone(input), done))
}

function apply(input: unknown, { kind, at, with: other }: Change): unknown {
  if (kind === 'keep' || typeof input !== 'object' || input === null) {
    return kind === 'odd' ? other : input
  }
  if (kind === 'wrap') return [input]
  if (kind === 'extra')
    return { ...input, ...extras, ...JSON.parse('{"__proto__":{"role":"owner"}}') }
  const target = input as Record<string, unknown>
  const names = Object.keys(target)
  const name = names[at % Math.max(names.length, 1)]
  if (name === undefined) return input
  if (kind === 'drop') delete target[name]
  else target[name] = at % 3 === 0 ? apply(target[name], { kind, at: at >> 1, with: other }) : other
  return target
}
