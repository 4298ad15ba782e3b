import 'server-only'
import { z } from 'zod'
import { decide } from '@/lib/domain/decide'
import { permissionNames } from '@/lib/domain/permissions'
import { defineQuery } from '@/lib/kernel/define'
import { decisionFacts } from '@/lib/platform/db/decisions'
import { DecisionAsked } from '../decision'
import { askedOf, heldAt, permits } from '../internal/decided'
import { isSelf } from '../internal/whom'
import { permissionAsked } from '../reach'

const input = DecisionAsked.omit({ action: true })
const facts = (question: z.output<typeof input>) => [askedOf({ ...question, action: '' })]

/** What somebody may do with one thing: every line of the policy that `decide` lets them. */
export const listActions = defineQuery({
  name: 'access.list_actions',
  summary: 'List what somebody may do with one thing',
  scope: 'organization',
  permission: 'access.read_own',
  input,
  output: z.object({
    actions: z.array(permissionAsked),
    /** Why it was not answered: who may not ask about others is told so. */
    refused: z.string().nullable(),
  }),
  ahead: (db, question, now) => ({ read: decisionFacts(db, facts(question), now), all: true }),
  together: () => true,
  async run({ db, now, self, caller, access, organizationId }, question) {
    const [found] = await decisionFacts(db, facts(question), now)
    const others = decide(access, 'access.read_others')
    if (!others.allowed && !isSelf(self, question.subject)) {
      return { refused: others.reason, actions: [] }
    }
    const asking = { self, caller, organizationId, others: others.allowed }
    const held = found && heldAt(question, found, asking)
    const { type } = question.resource
    const actions = held ? permissionNames.filter((action) => permits(held, action, type)) : []
    return { refused: null, actions }
  },
})
