import { writeCursor } from '@/lib/domain/cursor'
import { eventNames } from '@/lib/domain/events'
import type { AnyQuery } from '@/lib/kernel/define'
import { readReport } from '@/lib/modules/access/queries/read-report'
import { readTree } from '@/lib/modules/access/queries/read-tree'
import { whatCan } from '@/lib/modules/access/queries/what-can'
import { whoCan } from '@/lib/modules/access/queries/who-can'
import { listAllApiKeys } from '@/lib/modules/api-keys/queries/list-all-api-keys'
import { listApiKeysOfMember } from '@/lib/modules/api-keys/queries/list-api-keys-of-member'
import { listOwnApiKeys } from '@/lib/modules/api-keys/queries/list-own-api-keys'
import { getEvent } from '@/lib/modules/audit/queries/get-event'
import { listEvents } from '@/lib/modules/audit/queries/list-events'
import { deliveryStates } from '@/lib/modules/invitations/invitation-filter'
import { listInvitations } from '@/lib/modules/invitations/queries/list-invitations'
import { listInviters } from '@/lib/modules/invitations/queries/list-inviters'
import { previewInvitations } from '@/lib/modules/invitations/queries/preview-invitations'
import { readHistory } from '@/lib/modules/invitations/queries/read-history'
import { listMembers } from '@/lib/modules/members/queries/list-members'
import { previewRemoval } from '@/lib/modules/members/queries/preview-removal'
import { previewSuspension } from '@/lib/modules/members/queries/preview-suspension'
import { readExportPage } from '@/lib/modules/members/queries/read-export-page'
import { readNeighbours } from '@/lib/modules/members/queries/read-neighbours'
import { readProfile } from '@/lib/modules/members/queries/read-profile'
import { listOperationItems } from '@/lib/modules/operations/queries/list-operation-items'
import { listRecentOperations } from '@/lib/modules/operations/queries/list-recent-operations'
import { previewPolicy } from '@/lib/modules/policy/queries/preview-policy'
import { listServiceAccounts } from '@/lib/modules/service-accounts/queries/list-service-accounts'
import { listOwnSessions } from '@/lib/modules/sessions/queries/list-own-sessions'
import { listSessionsOfMember } from '@/lib/modules/sessions/queries/list-sessions-of-member'

export type Case = [name: string, use: AnyQuery, input: object]

const deep = (value: string, backwards = false) =>
  writeCursor({ value, id: 'ide_fill5', offset: 5_000, backwards })
const moment = '2025-08-01T00:00:00.000Z'
const recent = new Date(Date.now() - 5_000 * 60_000).toISOString()

const memberPlaces = { name: 'fill a', email: 'fill6', joined: moment, active: recent }
const memberFilters: object[] = [
  {},
  { search: 'quokka' },
  { search: 'fill' },
  { search: 'fi' },
  { search: 'nobody at all' },
  { email: 'fill77@pla' },
  { name: 'quokka' },
  { whole: { email: 'fill77@plans.example' } },
  { roles: ['owner'] },
  { roles: ['owner', 'collaborator'] },
  { sources: ['invitation'] },
  { kind: 'service_account' },
  { state: 'never' },
  { state: 'active' },
  { state: 'suspended' },
  { state: 'suspended', search: 'quokka' },
  { state: 'suspended', roles: ['owner'] },
  { state: 'removed' },
  { state: 'removed', search: 'quokka' },
  { keys: 'ending' },
  { keys: 'ending', search: 'quokka' },
  { roles: ['owner'], active: 'over-90d', joined: 'over-90d' },
  { factor: 'on' },
  { factor: 'off' },
  { factor: 'off', kind: 'person' },
  { factor: 'on', roles: ['owner'] },
  { factor: 'on', search: 'quokka' },
  { joined: '2025-03-01..2025-03-05' },
  { joinedFrom: moment, joinedTo: '2025-08-02T00:00:00.000Z' },
  { active: 'over-30d' },
  { roles: ['owner'], search: 'quokka' },
]
// Who has access to a place of everybody, of thirty, of half, to a public one, and to one of eight; and of these the rare ones.
const reached = ['cld_fill1', 'cld_fill9', 'prj_fill200', 'prj_fill1400', 'prj_fill9'].flatMap(
  (access) => [{ access }, { access, search: 'quokka' }, { access, roles: ['owner'] }],
)
/** Members who are looked up, one by one, on the way through a list. */
export const looked: Case[] = Object.entries(memberPlaces).flatMap(([sort, place]) =>
  reached.flatMap((filter): Case[] => [
    ['members with access', listMembers, { ...filter, sort }],
    ['members with access, deep', listMembers, { ...filter, sort, after: deep(place) }],
  ]),
)
const members: Case[] = Object.entries(memberPlaces).flatMap(([sort, place]) =>
  [false, true].flatMap((descending) => [
    ...memberFilters.map(
      (filter): Case => [`members by ${sort}`, listMembers, { ...filter, sort, descending }],
    ),
    ...[true, false].map(
      (backwards): Case => [
        'members, deep',
        listMembers,
        { sort, descending, after: deep(place, backwards) },
      ],
    ),
  ]),
)

const places = { sent: moment, expires: moment, email: 'fill6' }
const invitationFilters: object[] = [
  {},
  { search: 'quokka' },
  { search: 'fi' },
  { email: 'fill77@plans.example' },
  { invitedById: 'ide_fill7' },
  { invitedByIds: ['ide_fill7', 'ide_fill8'] },
  ...deliveryStates.map((state) => ({ deliveries: [state] })),
  { ends: 'soon' },
]
const invitations: Case[] = ['pending', 'expired', 'revoked', 'accepted'].flatMap((state) =>
  Object.entries(places).flatMap(([sort, place]) => [
    ...invitationFilters.map(
      (filter): Case => [`invitations, ${state}`, listInvitations, { ...filter, state, sort }],
    ),
    ...[true, false].map(
      (descending): Case => [
        'invitations, deep',
        listInvitations,
        { state, sort, descending, after: deep(place) },
      ],
    ),
  ]),
)

const range = {
  from: new Date(Date.now() - 3e8).toISOString(),
  to: new Date(Date.now() - 2e8).toISOString(),
}
const eventFilters: object[] = [
  {},
  range,
  { actor: 'ide_fill7' },
  { subject: 'ide_fill7' },
  { about: 'ide_fill7' },
  { about: 'ide_fill7', ...range },
  { via: 'ses_fill7' },
  { request: 'req_fill7' },
  { operation: 'op_fill20' },
  { events: ['member.removed'] },
  { events: ['member.removed', 'organization.created'] },
  { nouns: [...new Set(eventNames.map((name) => name.split('.')[0]))] },
  { result: 'denied' },
  { actor: 'ide_fill7', events: ['session.started'] },
]
const events: Case[] = [true, false].flatMap((descending) =>
  eventFilters.flatMap((filter): Case[] => [
    ['events', listEvents, { ...filter, descending }],
    ['events, deep', listEvents, { ...filter, descending, after: deep(recent) }],
  ]),
)

const keyPlaces = { name: 'fill5', created: recent, used: recent, ends: recent }
const keyFilters: object[] = [
  {},
  { state: 'live' },
  { state: 'ended' },
  { state: 'live', search: 'quokka' },
  { search: 'fi' },
  { search: 'fill' },
  { search: 'nobody at all' },
  { search: '123456' },
  { memberId: 'ide_fill7', state: 'live' },
  { kind: 'person', state: 'live' },
  { kind: 'service_account', state: 'live' },
  { ends: 'within_7_days', state: 'live' },
  { ends: 'none', state: 'live' },
  { unused: 90, state: 'live' },
]
const keys: Case[] = Object.entries(keyPlaces).flatMap(([sort, place]) =>
  [true, false].flatMap((descending): Case[] => [
    ...keyFilters.map(
      (filter): Case => [`keys by ${sort}`, listAllApiKeys, { ...filter, sort, descending }],
    ),
    ['keys, deep', listAllApiKeys, { sort, descending, after: deep(place) }],
  ]),
)

const accountFilters: object[] = [
  {},
  { search: 'fill' },
  { search: 'nobody at all' },
  { state: 'disabled' },
  { keys: 'ending' },
  { use: 'not_lately' },
  { creatorId: 'ide_fill50' },
  { creatorId: 'usr_fill50' },
  { access: 'cld_fill1' }, // where everybody is
  { access: 'cld_fill2' },
  { access: 'prj_fill200' },
  { access: 'prj_fill1400' },
  { access: 'cld_fill2', creatorId: 'ide_fill50' },
]
const accounts: Case[] = ['name', 'created', 'used', 'expires'].flatMap((sort) =>
  accountFilters.map(
    (filter): Case => [`service accounts by ${sort}`, listServiceAccounts, { ...filter, sort }],
  ),
)

const onCloud = { cloud: 'cld_fill1' }
const half = { project: 'prj_fill200' }
const reaching: object[] = [
  { permission: 'cloud.read', place: onCloud },
  { permission: 'cloud.grant', place: onCloud },
  { permission: 'project.create', place: onCloud },
  { permission: 'cloud.read', place: { cloud: 'cld_fill9' } },
  { permission: 'cloud.read', place: { cloud: 'cld_fill9' }, search: 'quokka' },
  { permission: 'cloud.read', place: onCloud, search: 'quokka' },
  { permission: 'cloud.read', place: onCloud, search: 'fill' },
  { permission: 'cloud.read', place: onCloud, origins: ['direct'] },
  { permission: 'cloud.read', place: onCloud, origins: ['auto_add'] },
  { permission: 'project.read', place: half },
  { permission: 'project.change', place: half },
  { permission: 'project.read', place: half, origins: ['direct'] },
  { permission: 'project.read', place: { project: 'prj_fill1400' } }, // public, where everybody is
  { permission: 'project.read', place: { project: 'prj_fill9' } },
  { permission: 'project.grant', place: { project: 'prj_fill9' } },
]
const access: Case[] = [
  ...reaching.flatMap((input): Case[] => [
    ['who can', whoCan, input],
    ['who can, deep', whoCan, { ...input, after: deep('fill a') }],
  ]),
  ...['ide_fill83', 'ide_fill8', 'ide_fill50'].flatMap((memberId): Case[] => [
    ...['cloud.read', 'cloud.grant', 'project.read', 'project.grant'].map(
      (permission): Case => ['what can', whatCan, { memberId, permission }],
    ),
    ['what can, deep', whatCan, { memberId, after: deep('a') }],
    ['what can on one cloud', whatCan, { memberId, cloudId: 'cld_fill1' }],
    ['tree', readTree, { memberId, count: 10 }],
    ['report of one', readReport, { memberId }],
  ]),
  ['report', readReport, {}],
]

const memberId = 'ide_fill77'
/** Every list, filter and sort of an organization. */
export const lists = (organizationOwner: string, organizationId: string): Case[] => [
  ...access,
  [
    'who can, of the organization',
    whoCan,
    { permission: 'member.list', place: { organization: organizationId } },
  ],
  ...members,
  ...invitations,
  ...events,
  ...keys,
  ...accounts,
  ['inviters', listInviters, {}],
  ['preview of invitations', previewInvitations, { emails: ['a@b.example'] }],
  ['an invitation', readHistory, { id: 'orginv_fill77' }],
  ['an event', getEvent, { id: 'evt_fill77' }],
  ['a member', readProfile, { id: memberId }],
  ['a member by user id', readProfile, { id: 'usr_fill77' }],
  ['a removal', previewRemoval, { memberId }],
  ['a suspension', previewSuspension, { memberId }],
  ['neighbours', readNeighbours, { memberId }],
  ['neighbours of a search', readNeighbours, { memberId, search: 'quokka' }],
  ['an export', readExportPage, { selection: { matching: {} }, after: deep(moment) }],
  ...[{}, { state: 'live' }, { state: 'ended' }, { search: 'quokka' }, { after: deep(recent) }].map(
    (input): Case => ['own keys', listOwnApiKeys, input],
  ),
  ['keys of a member', listApiKeysOfMember, { memberId }],
  ['sessions of a member', listSessionsOfMember, { memberId }],
  ['sessions of the owner', listSessionsOfMember, { memberId: organizationOwner }],
  ['own sessions', listOwnSessions, {}],
  ['the policy', previewPolicy, {}],
  ['the policy, required', previewPolicy, { secondFactorRequired: true }],
  ['operations', listRecentOperations, {}],
  ...[
    {},
    { state: 'refused' },
    { after: deep('6000') },
    { state: 'done', after: deep('6000', true) },
  ].map((input): Case => ['items', listOperationItems, { operationId: 'op_fill1', ...input }]),
]
