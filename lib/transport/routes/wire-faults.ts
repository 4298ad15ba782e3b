import 'server-only'
import { isProblem, Problem } from '@/lib/kernel/problem'

/** Throws it again, with its faulty fields by their names on the wire. */
export function wireFaults(error: unknown): never {
  if (!isProblem(error) || !error.extra.errors) throw error
  const errors = error.extra.errors.map(({ pointer, detail }) => ({
    pointer: pointer.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    detail,
  }))
  throw new Problem(error.code, error.message, { ...error.extra, errors })
}
