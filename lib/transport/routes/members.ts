import 'server-only'
import { z } from 'zod'
import { organizationRoles } from '@/lib/domain/roles'
import type { OutputOf } from '@/lib/kernel/define'
import { restoreMember } from '@/lib/modules/members/commands/restore-member'
import { suspendMember } from '@/lib/modules/members/commands/suspend-member'
import {
  factorStates,
  keyNeeds,
  memberKinds,
  memberSorts,
  memberSources,
  memberStates,
} from '@/lib/modules/members/member'
import { getMember } from '@/lib/modules/members/queries/get-member'
import { listMembers } from '@/lib/modules/members/queries/list-members'
import { defineRoute } from '../api/route'
import { envelope, idText, list, pagingToken, single, text, time, wireTime } from '../api/wire'
import { fromMoment, ownCount, toMoment, withOwnCount, wordList } from './own-lists'

const example = {
  id: 'ide_2k2y004le7fcqa0azt484nfutd',
  user_id: 'usr_764n07887310ju4o8gryavdvyw',
  kind: 'person' as const,
  name: 'Ann Berg',
  email: 'ann@halden.example',
  role: 'collaborator' as const,
  source: 'invitation' as const,
  created_at: '2026-11-24T08:02:06.510000+00:00',
  last_active_at: '2026-11-25T13:40:11.027000+00:00',
  ended_at: null,
  second_factor: true,
  suspended_at: null,
  version: 1,
}

const MemberWire = z
  .object({
    id: z.string().describe('The identity id (ide_…).'),
    user_id: z.string().describe('The user id (usr_…).'),
    kind: z.enum(memberKinds),
    name: z.string(),
    email: z.string(),
    role: z.enum(organizationRoles),
    source: z
      .enum(memberSources)
      .describe('Made the organization, was invited, or was added by an owner.'),
    created_at: time.describe('When the membership began.'),
    last_active_at: time.nullable().describe('Null: never, so far.'),
    ended_at: time.nullable().describe('When somebody was removed or left.'),
    second_factor: z
      .boolean()
      .describe('Whether the person has a passkey or an authenticator app. False for programs.'),
    suspended_at: time.nullable().describe('Since when nothing of theirs works: sessions, keys.'),
    version: z.int().describe('Counts the changes of this row.'),
  })
  .meta({ id: 'Member', examples: [example] })

const wire = (member: OutputOf<typeof getMember>): z.input<typeof MemberWire> => ({
  id: member.id,
  user_id: member.userId,
  kind: member.kind,
  name: member.name,
  email: member.email,
  role: member.role,
  source: member.source,
  created_at: wireTime(member.createdAt),
  last_active_at: member.lastActiveAt && wireTime(member.lastActiveAt),
  ended_at: member.endedAt && wireTime(member.endedAt),
  second_factor: member.secondFactor,
  suspended_at: member.suspendedAt && wireTime(member.suspendedAt),
  version: member.version,
})

const day = '\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])'
const period = text
  .describe('within-7d, over-30d, or days such as 2026-01-01..2026-01-31; in place of from and to.')
  .meta({
    pattern: `^(?:(?:within|over)-\\d{1,4}d|${day}[.][.](?:${day})?|[.][.]${day})$`,
    examples: ['within-7d'],
  })

const filters = z.object({
  search: text.optional().describe('Part of a name or an email address.'),
  role: wordList(organizationRoles).optional().describe('Organization roles, between commas.'),
  source: wordList(memberSources).optional().describe('How they came in, between commas.'),
  kind: z.enum(memberKinds).optional(),
  state: z
    .enum(memberStates)
    .optional()
    .describe('never: nobody has used the account yet. Without it, everybody who was not removed.'),
  factor: z.enum(factorStates).optional().describe('Whether they have a second factor.'),
  keys: z.enum(keyNeeds).optional().describe('ending: whose API key ends within 7 days.'),
  access: idText
    .optional()
    .describe('The id of a cloud or a project: who can reach it now, by whatever role.')
    .meta({ examples: ['cld_7k2m9qx4vt8wz3n6c5h1r0bj'] }),
  joined_from: fromMoment.optional(),
  joined_to: toMoment.optional(),
  active_from: fromMoment.optional(),
  active_to: toMoment.optional(),
  joined: period.optional(),
  active: period.optional(),
  sort: z.enum(memberSorts).optional().describe('By name, unless asked.'),
  order: z.enum(['ascending', 'descending']).optional(),
  count: ownCount,
  paging_token: pagingToken.optional(),
})

const params = {
  identity_id: { description: 'The identity id (ide_…), `id` of a row.', example: example.id },
}

export const members = [
  defineRoute({
    method: 'GET',
    path: '/members/',
    operationId: 'list_members',
    summary: 'List members with every filter and order of the console',
    permission: 'member.list',
    query: filters,
    answer: list(MemberWire),
    handle: async ({ run, query: { count, paging_token: after, order, ...filter } }) =>
      envelope(
        await withOwnCount(count, (rows) =>
          run(listMembers, {
            search: filter.search,
            roles: filter.role,
            sources: filter.source,
            kind: filter.kind,
            state: filter.state,
            factor: filter.factor,
            keys: filter.keys,
            access: filter.access,
            joinedFrom: filter.joined_from,
            joinedTo: filter.joined_to,
            activeFrom: filter.active_from,
            activeTo: filter.active_to,
            joined: filter.joined,
            active: filter.active,
            sort: filter.sort,
            descending: order === 'descending',
            after,
            count: rows,
          }),
        ),
        wire,
      ),
  }),
  defineRoute({
    method: 'GET',
    path: '/members/{identity_id}',
    operationId: 'get_member',
    summary: 'Read one member who was not removed',
    permission: 'member.list',
    params,
    answer: single(MemberWire),
    handle: async ({ run, params }) => ({
      result: wire(await run(getMember, { id: params.identity_id })),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/members/{identity_id}/suspend',
    operationId: 'suspend_member',
    summary: 'Suspend somebody: sessions end, keys are refused, and nothing is lost',
    permission: 'member.suspend',
    params,
    refusals: ['own_membership', 'last_owner'],
    answer: single(MemberWire),
    handle: async ({ run, params }) => ({
      result: wire(await run(suspendMember, { memberId: params.identity_id })),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/members/{identity_id}/restore',
    operationId: 'restore_member',
    summary: 'Restore somebody who is suspended, with exactly the access of before',
    permission: 'member.restore',
    params,
    answer: single(MemberWire),
    handle: async ({ run, params }) => ({
      result: wire(await run(restoreMember, { memberId: params.identity_id })),
    }),
  }),
]
