'use client'
import { useEffect, useMemo } from 'react'
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form'
import type { FieldError, ProblemBody } from '@/lib/domain/problems'

/** "#/emails/0" and "/emails/0" become "emails.0". */
const pathOf = (pointer: string) =>
  pointer
    .replace(/^#?\//, '')
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.')

/**
 * Puts a problem's faulty fields at the fields of the form, focus on the first, and gives back
 * what the form has no place for: pass that to `FormDialog` or `Banner`.
 */
export function useProblemErrors<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  problem: ProblemBody | null,
): ProblemBody | null {
  const { setError, getValues } = form
  const { own, rest } = useMemo(() => split(problem, getValues()), [problem, getValues])
  useEffect(() => {
    for (const [index, { pointer, detail }] of own.entries()) {
      const name = pathOf(pointer) as FieldPath<Values>
      setError(name, { type: 'server', message: detail }, { shouldFocus: index === 0 })
    }
  }, [own, setError])
  return rest
}

function split(problem: ProblemBody | null, values: FieldValues) {
  const errors = problem?.errors ?? []
  const known = (error: FieldError) => (pathOf(error.pointer).split('.')[0] ?? '') in values
  const own = errors.filter(known)
  const others = errors.filter((error) => !known(error))
  const told = errors.length > 0 && others.length === 0
  return { own, rest: problem && !told ? { ...problem, errors: others } : null }
}
