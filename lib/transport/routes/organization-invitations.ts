import 'server-only'
import { z } from 'zod'
import { parseEmail } from '@/lib/domain/email'
import type { ProblemCode } from '@/lib/domain/problems'
import type { OutputOf } from '@/lib/kernel/define'
import { invalidInput, Problem } from '@/lib/kernel/problem'
import { revokeInvitation } from '@/lib/modules/invitations/commands/revoke-invitation'
import { sendInvitations } from '@/lib/modules/invitations/commands/send-invitations'
import { getInvitation } from '@/lib/modules/invitations/queries/get-invitation'
import { listInvitations } from '@/lib/modules/invitations/queries/list-invitations'
import { type Call, defineRoute } from '../api/route'
import {
  count,
  envelope,
  list,
  single,
  text,
  time,
  timePagingToken,
  wireTime,
  withCount,
} from '../api/wire'

type Found = OutputOf<typeof getInvitation>
type Sent = OutputOf<typeof sendInvitations>['results'][number]

const exampleId = 'orginv_12ll5u2y8qk53cntm9omwogwr4'
const byId = {
  invitation_id: { description: 'The invitation id (orginv_…).', example: exampleId },
}

const Invitation = z
  .object({
    id: z.string(),
    email: z.string(),
    organization_id: z.string(),
    created_at: time,
    expires_at: time.describe('In the past once revoked.'),
    accepted_at: time.nullable(),
  })
  .meta({
    id: 'OrganizationInvitation',
    examples: [
      {
        id: exampleId,
        email: 'new.person@halden.example',
        organization_id: 'org_lknunpjkh6u4kors5i8zlvbj86',
        created_at: '2026-11-24T08:02:06.510000+00:00',
        expires_at: '2026-12-01T08:02:06.510000+00:00',
        accepted_at: null,
      },
    ],
  })

/** The state is not on the wire: clients work it out from these times, so a revoked one ended when it was revoked. */
const wire = (row: Found): z.input<typeof Invitation> => ({
  id: row.id,
  email: row.email,
  organization_id: row.organizationId,
  created_at: wireTime(row.createdAt),
  expires_at: wireTime(row.revokedAt ?? row.expiresAt),
  accepted_at: row.acceptedAt && wireTime(row.acceptedAt),
})

const Created = z
  .object({
    id: z.string(),
    link: z
      .string()
      .optional()
      .describe('Where no mail is set up: the link to pass on. Shown once.'),
  })
  .meta({ id: 'CreatedInvitation' })
type Created = z.output<typeof Created>

/** Untrimmed, in any letter case. What cannot be an address is the fault of one item, not of the whole body. */
const address = z
  .string()
  .transform((text) => text.slice(0, 1_000).replace(/[\0\p{Cs}]/gu, '\ufffd'))
  .pipe(z.string())
const examples = ['new.person@halden.example']

const refusals: Record<'already_member' | 'limit' | 'invalid' | 'outside', ProblemCode> = {
  already_member: 'already_member',
  limit: 'invitation_limit',
  outside: 'domain_not_invited',
  invalid: 'invalid_input',
}

function problemOf({ outcome, detail }: Sent): Problem | null {
  if (outcome === 'invited' || outcome === 'replaced') return null
  if (outcome === 'invalid') return invalidInput([{ pointer: '#/email', detail: detail ?? '' }])
  return new Problem(refusals[outcome], detail)
}

const createdFrom = ({ id, link }: Sent): Created => ({ id: id as string, ...(link && { link }) })

/** Case-insensitive, and an exact address hides partial ones: the CLI stops at a second row. */
async function listPending(
  run: Call<string, unknown, unknown>['run'],
  query: z.output<typeof filters>,
) {
  const { email: written, count, paging_token: after } = query
  const parsed = parseEmail(written ?? '')
  const search = written === undefined ? undefined : parsed.ok ? parsed.email : written
  return withCount(count, async (rows) => {
    const exact =
      parsed.ok && !after ? await run(listInvitations, { email: parsed.email, count: 1 }) : null
    if (exact && exact.rows.length > 0) return exact
    return run(listInvitations, { search, after, count: rows, sort: 'sent' })
  })
}

const filters = z.object({
  email: text.optional().describe('An exact address hides partial matches; any letter case.'),
  count: count.optional(),
  paging_token: timePagingToken.optional(),
})

export const organizationInvitations = [
  defineRoute({
    method: 'POST',
    path: '/organization_invitations/',
    operationId: 'create_organization_invitation',
    summary: 'Invite one address as a collaborator',
    permission: 'invitation.send',
    body: z.object({ email: address.meta({ format: 'email', examples }) }),
    refusals: ['already_member', 'invitation_limit', 'domain_not_invited'],
    answer: single(Created),
    repeatable: ({ result: { id } }) => ({ result: { id } }),
    async handle({ run, body }) {
      const { results } = await run(sendInvitations, { addresses: [body.email] })
      const sent = results[0] as Sent
      const problem = problemOf(sent)
      if (problem) throw problem
      return { result: createdFrom(sent) }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/organization_invitations/batch_create',
    operationId: 'batch_create_organization_invitations',
    summary: 'Invite many addresses; each has its own result, in the order sent',
    permission: 'invitation.send',
    body: z
      .array(z.object({ email: address.meta({ examples }) }))
      .min(1)
      .max(1_000),
    answer: z.object({
      results: z.array(
        z.object({
          status: z.int(),
          data: Created.optional(),
          error: z.object({ detail: z.string() }).optional(),
        }),
      ),
    }),
    repeatable: ({ results }) => ({
      results: results.map(({ data, ...rest }) => ({
        ...rest,
        ...(data && { data: { id: data.id } }),
      })),
    }),
    async handle({ run, body }) {
      const { results } = await run(sendInvitations, { addresses: body.map(({ email }) => email) })
      return {
        results: results.map((sent) => {
          const problem = problemOf(sent)
          if (problem) return { status: problem.status, error: { detail: problem.message } }
          return { status: 200, data: createdFrom(sent) }
        }),
      }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/organization_invitations/',
    operationId: 'list_organization_invitations',
    summary: 'List pending invitations',
    permission: 'invitation.list',
    query: filters,
    answer: list(Invitation),
    handle: async ({ run, query }) => envelope(await listPending(run, query), wire),
  }),
  defineRoute({
    method: 'GET',
    path: '/organization_invitations/{invitation_id}',
    operationId: 'get_organization_invitation',
    summary: 'Read one invitation, in any state',
    permission: 'invitation.list',
    params: byId,
    answer: single(Invitation),
    handle: async ({ run, params }) => ({
      result: wire(await run(getInvitation, { id: params.invitation_id })),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/organization_invitations/{invitation_id}/invalidate',
    operationId: 'invalidate_organization_invitation',
    summary: 'Revoke an invitation; without effect on an accepted one',
    permission: 'invitation.revoke',
    params: byId,
    refusals: ['invitation_used'],
    answer: single(Invitation),
    status: 202,
    async handle({ run, params }) {
      const found = await run(getInvitation, { id: params.invitation_id })
      if (found.state === 'accepted') return { result: wire(found) }
      return { result: wire(await run(revokeInvitation, { invitationId: found.id })) }
    },
  }),
]
