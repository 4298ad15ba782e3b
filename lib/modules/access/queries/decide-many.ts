import 'server-only'
import { z } from 'zod'
import { decide } from '@/lib/domain/decide'
import type { Explanation } from '@/lib/domain/explanation'
import { defineQuery } from '@/lib/kernel/define'
import { decisionFacts } from '@/lib/platform/db/decisions'
import { DecisionAsked, MOST_DECISIONS } from '../decision'
import { askedOf, decidedOf } from '../internal/decided'
import { isSelf } from '../internal/whom'

const Answer = z.object({
  /** Whether it was decided at all: who may not ask about others is told so, for each of them. */
  refused: z.boolean(),
  allowed: z.boolean(),
  reason: z.string().nullable(),
  explanation: z.custom<Explanation>().nullable(),
})
export type Answered = z.output<typeof Answer>

/** May they? For up to so many questions in one: all that is needed for them is read by one statement. */
export const decideMany = defineQuery({
  name: 'access.decide_many',
  summary: 'Decide whether somebody may do something, of up to 200 questions at once',
  scope: 'organization',
  permission: 'access.read_own',
  input: z.object({ questions: z.array(DecisionAsked).min(1).max(MOST_DECISIONS) }),
  output: z.object({ answers: z.array(Answer) }),
  ahead: (db, { questions }, now) => ({
    read: decisionFacts(db, questions.map(askedOf), now),
    all: true,
  }),
  together: () => true,
  async run({ db, now, self, caller, access, organizationId }, { questions }) {
    const facts = await decisionFacts(db, questions.map(askedOf), now)
    const may = decide(access, 'access.read_others')
    const asking = { self, caller, organizationId, others: may.allowed }
    return {
      answers: questions.map((question, at) => {
        if (!may.allowed && !isSelf(self, question.subject)) return refusedFor(may.reason)
        return { refused: false, ...decidedOf(question, facts[at] ?? nothing, asking) }
      }),
    }
  },
})

const nothing = { member: null, place: { cloud: null, project: null }, chain: null }

const refusedFor = (reason: string) => ({
  refused: true,
  allowed: false,
  reason,
  explanation: null,
})
