'use client'
import { type FocusEvent, type FormEvent, useEffect, useRef, useState } from 'react'
import { answerOf } from '@/lib/client/answer-of'
import type { ActionResult, ProblemBody } from '@/lib/domain/problems'
import { type FurtherStep, goOn } from './go-on'

export type Values = Record<string, string>
/** The fault of a field's value, as a sentence, before anything is sent. */
export type Checks = Record<string, (value: string) => string | null>
type Answer = ActionResult<{ ticket: string } | FurtherStep>

type Options = {
  /** Where a session begins: a path of this site. */
  to: string
  checks?: Checks
  action: (values: Values) => Promise<Answer>
}

/**
 * A form that ends in a session: the action gives a ticket, the browser redeems it and goes on. Its fields are the
 * form's own, so that what a browser filled in before the page was ready counts.
 */
export function useTicketForm({ to, checks = {}, action }: Options) {
  const form = useRef<HTMLFormElement>(null)
  const busy = useRef(false)
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<ProblemBody | null>(null)
  const [faults, setFaults] = useState<Values>({})
  const [refusals, setRefusals] = useState(0)

  // Once per refusal, when its errors are on the page.
  useEffect(() => {
    if (refusals > 0) firstFaulty(form.current)?.focus()
  }, [refusals])

  const refuse = (found: Values, why: ProblemBody | null) => {
    setFaults(found)
    setProblem(why)
    setRefusals((count) => count + 1)
  }

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy.current) return
    const values = valuesOf(event.currentTarget)
    const found = faultsOf(checks, values)
    if (Object.keys(found).length > 0) return refuse(found, null)
    busy.current = true
    setPending(true)
    setProblem(null)
    const answer = await answerOf(() => action(values))
    const why = answer.ok ? await goOn(answer.data, to) : answer.problem
    busy.current = false
    setPending(false)
    const told = fieldErrors(why, values)
    const allTold = why.errors !== undefined && Object.keys(told).length === why.errors.length
    refuse(told, allTold ? null : why)
  }

  // Only on the way to another field: a fault that appears under a press on a button would move the button away.
  const blur = ({ target, relatedTarget }: FocusEvent<HTMLFormElement>) => {
    if (!(relatedTarget instanceof HTMLInputElement)) return
    const { name, value } = target as unknown as HTMLInputElement
    const fault = value === '' ? null : checks[name]?.(value)
    if (fault) setFaults((present) => ({ ...present, [name]: fault }))
  }

  const input = ({ target }: FormEvent<HTMLFormElement>) => {
    const { name } = target as HTMLInputElement
    if (name in faults) setFaults(({ [name]: _, ...others }) => others)
  }

  return {
    pending,
    /** What no field says. */
    problem,
    errorOf: (name: string): string | undefined => faults[name],
    // POST: should the browser send the form before the page is ready, no password gets into an address.
    props: {
      ref: form,
      method: 'post',
      noValidate: true,
      onSubmit: submit,
      onBlur: blur,
      onInput: input,
    } as const,
  }
}
export type TicketForm = ReturnType<typeof useTicketForm>

const valuesOf = (form: HTMLFormElement): Values =>
  Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]))

const firstFaulty = (form: HTMLFormElement | null) =>
  form?.querySelector<HTMLElement>('[aria-invalid="true"]')

function faultsOf(checks: Checks, values: Values): Values {
  const found: Values = {}
  for (const [name, check] of Object.entries(checks)) {
    const fault = check(values[name] ?? '')
    if (fault) found[name] = fault
  }
  return found
}

/** "#/password" is the field `password`; what has no field stays in the problem. */
function fieldErrors(problem: ProblemBody, values: Values): Values {
  const errors = problem.errors?.map(({ pointer, detail }) => [
    pointer.replace(/^#?\//, ''),
    detail,
  ])
  return Object.fromEntries(errors?.filter(([name = '']) => name in values) ?? [])
}
