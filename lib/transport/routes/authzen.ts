import 'server-only'
import { z } from 'zod'
import { Problem } from '@/lib/kernel/problem'
import { decideMany } from '@/lib/modules/access/queries/decide-many'
import { defineRoute } from '../api/route'
import { decisionOf, faultyOf } from '../authzen/answered'
import { decideOne } from '../authzen/decide-one'
import { Decision, Decisions, Evaluation, Evaluations } from '../authzen/wire'

/** As the engine is asked. Principals are all of one type, service accounts too. */
const questionOf = ({ subject, action, resource: { type, id } }: Evaluation) => ({
  subject: subject.type === 'user' ? subject.id : null,
  action: action.name,
  resource: { type, id },
})

export const authzen = [
  defineRoute({
    method: 'POST',
    path: '/evaluation',
    operationId: 'evaluate_access',
    summary: 'Decide whether somebody may do something',
    permission: 'access.read_own',
    plainFaults: true,
    body: Evaluation,
    answer: Decision,
    handle: async ({ run, body }) => decisionOf(await decideOne(run, questionOf(body))),
  }),
  defineRoute({
    method: 'POST',
    path: '/evaluations',
    operationId: 'evaluate_access_many',
    summary: 'Decide up to 200 of these at once',
    permission: 'access.read_own',
    plainFaults: true,
    body: Evaluations,
    answer: z.union([Decisions, Decision]),
    async handle({ run, body }) {
      const { evaluations, options, ...defaults } = body
      if (!evaluations?.length) {
        const one = parseOne(defaults)
        if (!one.success) throw new Problem('malformed_body', faultOf(one.error))
        return decisionOf(await decideOne(run, questionOf(one.data)))
      }
      // What an item has itself counts whole (AuthZEN 1.0 §7.1.1).
      const items = evaluations.map((item) => parseOne({ ...defaults, ...item }))
      const questions = items.flatMap((item) => (item.success ? [questionOf(item.data)] : []))
      const { answers } =
        questions.length > 0 ? await run(decideMany, { questions }) : { answers: [] }
      const waiting = [...answers]
      const decisions = items.map((item) => {
        const answer = item.success ? waiting.shift() : null
        return answer ? decisionOf(answer) : faultyOf(faultOf(item.error))
      })
      return { evaluations: upTo(decisions, options?.evaluations_semantic) }
    },
  }),
]

const parseOne = (given: object) => Evaluation.safeParse(given)
const faultOf = (error: z.ZodError | undefined) => {
  const [issue] = error?.issues ?? []
  return `${issue?.path.join('.') || 'The body'} is missing or is not valid.`
}

/** Where a batch ends at the first denial or permit, what comes after it is not answered. */
function upTo<T extends { decision: boolean }>(decisions: T[], semantic = 'execute_all'): T[] {
  const last = decisions.findIndex(
    ({ decision }) =>
      (semantic === 'deny_on_first_deny' && !decision) ||
      (semantic === 'permit_on_first_permit' && decision),
  )
  return last === -1 ? decisions : decisions.slice(0, last + 1)
}
