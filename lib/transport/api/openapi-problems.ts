import 'server-only'
import { z } from 'zod'
import { type ProblemCode, problems } from '@/lib/domain/problems'
import { problemExamples } from './openapi-examples'
import type { Json } from './openapi-schema'
import { isRepeatable, type Route } from './route'

/** The form of every refusal. */
export const Problem = z
  .strictObject({
    type: z.string().describe('A page that explains the problem.'),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(problems) as [ProblemCode, ...ProblemCode[]]),
    detail: z.string().describe('One sentence that stands alone.'),
    instance: z.string(),
    request_id: z.string().optional(),
    retry_after: z.int().optional().describe('Whole seconds, as in the header Retry-After.'),
    errors: z
      .array(z.object({ pointer: z.string(), detail: z.string() }))
      .optional()
      .describe('One entry per faulty field; the pointer is a JSON pointer into body or query.'),
    context: z
      .record(z.string(), z.union([z.string(), z.number(), z.null()]))
      .optional()
      .describe('What the problem is about, by name.'),
    error: z.object({ detail: z.string() }).describe('What clients of the documented API read.'),
  })
  .meta({
    id: 'Problem',
    description: 'RFC 9457 problem document.',
    examples: [
      {
        type: '/problems/forbidden',
        title: problems.forbidden.title,
        status: 403,
        code: 'forbidden',
        detail: 'Only owners can invite people.',
        instance: '/api/v2/organization_invitations/',
        request_id: 'req_fee8d6189f57f10f3c4435b2',
        error: { detail: 'Only owners can invite people.' },
      },
    ],
  })

/** The refusals of an operation by status: those that its shape implies, and its own. */
export function problemResponses(route: Route, instance: string): Json {
  const codes = codesOf(route)
  const statuses = [...new Set(codes.map((code) => problems[code].status))]
  const responses = statuses.map((status) => [
    status,
    response(
      codes.filter((code) => problems[code].status === status),
      status === 401,
      instance,
    ),
  ])
  return Object.fromEntries(responses)
}

/** Every problem that this operation is known to answer with. */
export const codesOf = (route: Route): ProblemCode[] => [
  ...new Set<ProblemCode>([
    ...(route.open ? [] : (['unauthenticated'] as const)),
    'rate_limited',
    ...(route.permission ? (['forbidden'] as const) : []),
    ...(route.params && !route.open ? (['not_found'] as const) : []),
    ...(hasInput(route) ? (['invalid_input'] as const) : []),
    ...(route.body ? (['malformed_body'] as const) : []),
    ...(isRepeatable(route) ? (['conflict'] as const) : []),
    ...(route.refusals ?? []),
    'method_not_allowed',
    'payload_too_large',
    'internal',
    'unavailable',
  ]),
]

const hasInput = (route: Route) =>
  Boolean(route.query || (route.body && !route.plainFaults) || isRepeatable(route))

/** Each refusal of an operation with its page, in Markdown. */
export function refusalLinks(route: Route): string {
  const codes = codesOf(route)
  const statuses = [...new Set(codes.map((code) => problems[code].status))].sort()
  const lines = statuses.map((status) => {
    const ofStatus = codes.filter((code) => problems[code].status === status)
    return `${status} ${ofStatus.map((code) => `[\`${code}\`](/problems/${code})`).join(', ')}`
  })
  return `Refusals: ${lines.join(' · ')}`
}

// Plain text: readers put it on a button, where a link is out of reach of a screen reader.
const response = (codes: ProblemCode[], asksForKey: boolean, instance: string): Json => ({
  description: codes.map((code) => `\`${code}\`: ${problems[code].title}.`).join(' '),
  ...(asksForKey && {
    headers: { 'WWW-Authenticate': { schema: { type: 'string' }, description: 'Bearer.' } },
  }),
  content: {
    'application/problem+json': {
      schema: { $ref: '#/components/schemas/Problem' },
      examples: problemExamples(codes, instance),
    },
  },
})
