import 'server-only'
import { z } from 'zod'
import { text as words } from '../api/wire'

// AuthZEN 1.0 §5: whatever else stands in them is ignored.
const exampleSubject = { type: 'user', id: 'usr_lknunpjkh6u4kors5i8zlvbj86' }
const exampleAction = { name: 'project.read' }

const word = words.min(1)
const properties = z.record(z.string(), z.unknown()).optional()
export const subject = z
  .object({ type: word, id: word, properties })
  .meta({ examples: [exampleSubject] })
export const action = z.object({ name: word, properties }).meta({ examples: [exampleAction] })
export const resource = z
  .object({ type: word, id: word, properties })
  .meta({ examples: [{ type: 'project', id: 'prj_lknunpjkh6u4kors5i8zlvbj86' }] })
const context = z.record(z.string(), z.unknown()).optional()

export const Evaluation = z.object({ subject, action, resource, context })
export type Evaluation = z.output<typeof Evaluation>

const item = z.record(z.string(), z.unknown())
export const semantics = ['execute_all', 'deny_on_first_deny', 'permit_on_first_permit'] as const
export const MOST = 200
/** Without a list it is one question, and whole. */
export const Evaluations = z
  .object({
    subject: subject.optional(),
    action: action.optional(),
    resource: resource.optional(),
    context,
    evaluations: z
      .array(item)
      .max(MOST)
      .optional()
      .describe('Each as of its own; what one leaves out stands beside the list.')
      .meta({
        examples: [[{ resource: { type: 'cloud', id: 'cld_lknunpjkh6u4kors5i8zlvbj86' } }]],
      }),
    options: z.looseObject({ evaluations_semantic: z.enum(semantics).optional() }).optional(),
  })
  .meta({
    anyOf: [
      { required: ['evaluations'], properties: { evaluations: { minItems: 1 } } },
      { required: ['subject', 'action', 'resource'] },
    ],
    examples: [
      {
        ...{ subject: exampleSubject, action: exampleAction },
        evaluations: [{ resource: { type: 'cloud', id: 'cld_lknunpjkh6u4kors5i8zlvbj86' } }],
      },
    ],
  })

const text = z.object({ en: z.string() })
export const Decision = z
  .object({
    decision: z.boolean(),
    context: z
      .object({
        reason_user: text.optional(),
        reason_admin: text.optional(),
        explanation: z
          .record(z.string(), z.unknown())
          .optional()
          .describe('The steps to the decision; what is held back; the least that would turn it.'),
        error: z.object({ status: z.int(), message: z.string() }).optional(),
      })
      .optional(),
  })
  .meta({
    id: 'Decision',
    examples: [
      {
        decision: false,
        context: { reason_user: { en: 'Only owners of the project can delete a project.' } },
      },
    ],
  })
export const Decisions = z.object({ evaluations: z.array(Decision) })

const page = z
  .looseObject({
    token: z.string().max(2_000).optional(),
    next_token: z.string().max(2_000).optional(),
    limit: z.int().min(1).optional(),
  })
  .optional()
const searched = z.object({ type: word, id: z.string().optional(), properties })
export const SubjectSearch = z.object({
  subject: searched.meta({ examples: [{ type: 'user' }] }),
  action,
  resource,
  context,
  page,
})
export const ResourceSearch = z.object({
  subject,
  action,
  resource: searched.meta({ examples: [{ type: 'project' }] }),
  context,
  page,
})
export const ActionSearch = z.object({ subject, resource, context, page })

const found = <T extends z.ZodType>(row: T) =>
  z.object({
    results: z.array(row),
    page: z.object({ next_token: z.string().describe('Empty: there are no more.') }),
  })
const named = z.record(z.string(), z.unknown()).optional()
const Entity = z.object({ type: z.string(), id: z.string(), properties: named })
export const FoundEntities = found(Entity).meta({ id: 'FoundEntities' })
export const FoundActions = found(z.object({ name: z.string() })).meta({ id: 'FoundActions' })

const SEARCHED_AT_ONCE = 50
const MOST_SEARCHED = 1_000
/** Where a search goes on, and how far. */
export const pageAsked = (asked: z.output<typeof page>) => ({
  after: asked?.token || asked?.next_token || undefined,
  count: Math.min(asked?.limit ?? SEARCHED_AT_ONCE, MOST_SEARCHED),
})
