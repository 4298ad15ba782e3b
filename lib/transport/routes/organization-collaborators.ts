import 'server-only'
import { z } from 'zod'
import { parseEmail } from '@/lib/domain/email'
import { fold } from '@/lib/domain/fold'
import { organizationRole } from '@/lib/domain/schemas'
import type { OutputOf } from '@/lib/kernel/define'
import { changeRole } from '@/lib/modules/members/commands/change-role'
import { removeMember } from '@/lib/modules/members/commands/remove-member'
import { getMember } from '@/lib/modules/members/queries/get-member'
import { listMembers } from '@/lib/modules/members/queries/list-members'
import { type Call, defineRoute } from '../api/route'
import {
  count,
  envelope,
  flag,
  list,
  pagingToken,
  single,
  text,
  time,
  wireTime,
  withCount,
} from '../api/wire'

type Member = OutputOf<typeof getMember>

const example = {
  id: 'ide_2k2y004le7fcqa0azt484nfutd',
  user_id: 'usr_764n07887310ju4o8gryavdvyw',
  name: 'Ann Berg',
  full_name: 'Ann Berg',
  email: 'ann@halden.example',
  permission_level: 'collaborator',
  base_role: 'collaborator',
  additional_roles: [],
  created_at: '2026-11-24T08:02:06.510000+00:00',
  is_service_account: false,
}

const Collaborator = z
  .object({
    id: z.string().describe('The identity id (ide_…): change and remove by this one.'),
    user_id: z.string().describe('The user id (usr_…): read by this one.'),
    name: z.string(),
    full_name: z.string(),
    email: z.string(),
    permission_level: organizationRole,
    base_role: organizationRole,
    additional_roles: z.array(z.string()),
    created_at: time,
    is_service_account: z.boolean(),
  })
  .meta({ id: 'Collaborator', examples: [example] })

const byIdentity = {
  collaborator_id: { description: 'The identity id (ide_…), `id` of a row.', example: example.id },
}

const wire = (member: Member): z.input<typeof Collaborator> => ({
  id: member.id,
  user_id: member.userId,
  name: member.name,
  full_name: member.name,
  email: member.email,
  permission_level: member.role,
  base_role: member.role,
  additional_roles: [],
  created_at: wireTime(member.createdAt),
  is_service_account: member.kind === 'service_account',
})

const filters = z.object({
  email: text.optional().describe('An exact address hides partial matches; any letter case.'),
  name: text.optional().describe('Part of a name; exact matches come first.'),
  collaborator_type: z
    .enum(['all_accounts', 'only_service_accounts', 'only_user_accounts'])
    .optional()
    .describe('Wins over is_service_account.'),
  is_service_account: flag.optional(),
  count: count.optional(),
  paging_token: pagingToken.optional(),
})
type Filters = z.output<typeof filters>
type Run = Call<string, Filters, unknown>['run']

/** The CLI sends is_service_account=False beside every collaborator_type, so the type wins; people without both. */
function kindOf({ collaborator_type, is_service_account }: Filters) {
  if (collaborator_type === 'all_accounts') return undefined
  if (collaborator_type === 'only_service_accounts') return 'service_account' as const
  if (collaborator_type === 'only_user_accounts') return 'person' as const
  return is_service_account === true ? ('service_account' as const) : ('person' as const)
}

async function listCollaborators(run: Run, { email, name, ...filter }: Filters) {
  const kind = kindOf(filter)
  const { count, paging_token: after } = filter
  return withCount(count, async (rows) => {
    if (name && !email) return exactNamesFirst(run, { name, kind, after, count: rows })
    // Several clients take the first row, or stop at a second: whoever has exactly this address is the answer.
    const exact =
      email && !after
        ? await run(listMembers, { kind, whole: { email: asStored(email) }, count: 1 })
        : null
    if (exact?.rows.some((row) => fold(row.name).includes(fold(name ?? '')))) return exact
    return run(listMembers, {
      kind,
      email,
      name,
      after,
      count: rows,
      sort: email ? 'email' : 'name',
    })
  })
}

/** Addresses are kept with the letters of their domain: xn--… is written out. */
function asStored(email: string): string {
  const parsed = parseEmail(email)
  return parsed.ok ? parsed.email : email
}

type NamePage = { name: string; kind?: 'person' | 'service_account'; after?: string; count: number }

/** First everybody of exactly this name, then the partial matches. A token says which of the two it continues. */
async function exactNamesFirst(run: Run, { name, kind, after = 'exact.', count }: NamePage) {
  const [phase, cursor] = [after.slice(0, after.indexOf('.')), after.slice(after.indexOf('.') + 1)]
  const from = cursor === '' ? undefined : cursor
  const rows: Member[] = []
  if (phase === 'exact') {
    const page = await run(listMembers, { kind, whole: { name }, after: from, count })
    rows.push(...page.rows)
    if (page.next || rows.length === count) {
      const { total } = await run(listMembers, { kind, name, count: 1 })
      return { ...page, total, next: page.next ? `exact.${page.next}` : 'partial.' }
    }
  }
  let next = phase === 'exact' ? undefined : from
  for (;;) {
    const page = await run(listMembers, { kind, name, after: next, count: count - rows.length })
    rows.push(...page.rows.filter((row) => fold(row.name) !== fold(name)))
    // An empty page ends a client's loop even beside a token.
    if (!page.next || rows.length > 0) {
      return { ...page, rows, next: page.next && `partial.${page.next}` }
    }
    next = page.next
  }
}

export const organizationCollaborators = [
  defineRoute({
    method: 'GET',
    path: '/organization_collaborators/',
    operationId: 'list_organization_collaborators',
    summary: 'List the people of the organization',
    permission: 'member.list',
    query: filters,
    answer: list(Collaborator),
    handle: async ({ run, query }) => envelope(await listCollaborators(run, query), wire),
  }),
  defineRoute({
    method: 'GET',
    path: '/organization_collaborators/{collaborator_id}',
    operationId: 'get_organization_collaborator',
    summary: 'Read one collaborator by user id',
    permission: 'member.list',
    params: {
      collaborator_id: {
        description: 'The user id (usr_…), `user_id` of a row; the identity id does too.',
        example: example.user_id,
      },
    },
    answer: single(Collaborator),
    handle: async ({ run, params }) => ({
      result: wire(await run(getMember, { id: params.collaborator_id })),
    }),
  }),
  defineRoute({
    method: 'PUT',
    path: '/organization_collaborators/{collaborator_id}',
    operationId: 'put_organization_collaborator',
    summary: 'Give or take the owner role, by identity id',
    permission: 'member.change_role',
    params: byIdentity,
    refusals: ['own_membership', 'last_owner'],
    body: z.object({ permission_level: organizationRole }),
    answer: single(Collaborator),
    async handle({ run, params, body: { permission_level: role } }) {
      return { result: wire(await run(changeRole, { memberId: params.collaborator_id, role })) }
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: '/organization_collaborators/{collaborator_id}',
    operationId: 'delete_organization_collaborator',
    summary: 'Remove somebody from the organization, by identity id',
    permission: 'member.remove',
    params: byIdentity,
    refusals: ['own_membership', 'demote_first'],
    async handle({ run, params }) {
      await run(removeMember, { memberId: params.collaborator_id })
    },
  }),
]
