import 'server-only'
import { z } from 'zod'
import type { UseCase } from './define'

const compiled = new WeakMap<UseCase, z.ZodType>()

/**
 * What leaves a use case: what its schema names, and nothing else of a row. The schema is made into code when its use
 * case first answers; what that does not accept is said by the schema itself.
 */
export function leaving(use: UseCase, result: unknown): unknown {
  const schema = compiled.get(use) ?? z.compile(use.output as z.ZodType)
  compiled.set(use, schema)
  return schema.parse(result)
}
