import 'server-only'
import type { Route } from '../api/route'
import { apiKeys } from './api-keys'
import { auditEvents } from './audit-events'
import { authorization } from './authorization'
import { authzen } from './authzen'
import { authzenSearch } from './authzen-search'
import { clouds } from './clouds'
import { members } from './members'
import { operations } from './operations'
import { organization } from './organization'
import { organizationCollaborators } from './organization-collaborators'
import { organizationInvitations } from './organization-invitations'
import { overview } from './overview'
import { policy } from './policy'
import { userinfo } from './userinfo'
import { users } from './users'

export type Group = { tag: string; about: string; routes: readonly Route[] }

/** The API table: every operation under /api/v2, once. Router, OpenAPI document, reference and contract tests read it. */
export const apiV2: readonly Group[] = [
  {
    tag: 'Caller',
    about: 'Whom a key stands for. Clients read this first, to see that a key counts.',
    routes: userinfo,
  },
  {
    tag: 'People',
    about:
      'The members of the organization and their role. A person has two ids: `id` (`ide_…`, change and remove by it) and `user_id` (`usr_…`, read by it). Both are new when somebody comes back after a removal.',
    routes: organizationCollaborators,
  },
  {
    tag: 'Invitations',
    about:
      'Offers to join, by email address. Whoever accepts one becomes a collaborator. Inviting an address again replaces the invitation that waits.',
    routes: organizationInvitations,
  },
  {
    tag: 'Accounts',
    about:
      'People added without an invitation. An account that exists already is never touched: neither its name nor its password.',
    routes: users,
  },
  {
    tag: 'API keys',
    about: 'One’s own keys. A key is shown once, when it is made, and kept as a hash.',
    routes: apiKeys,
  },
  {
    tag: 'Access',
    about: 'What the key may do, decided by the same table as everything else.',
    routes: authorization,
  },
  { tag: 'Clouds', about: 'None can be added here yet, so the list is empty.', routes: clouds },
]

/** What only we have, under /api/gatehouse/v1: the same rules, a document of its own. */
export const apiGatehouse: readonly Group[] = [
  {
    tag: 'Organization',
    about: 'The organization that the key belongs to. A key knows no other one.',
    routes: organization,
  },
  {
    tag: 'Overview',
    about: 'What the owners’ home shows: what waits for a decision, and 90 days in numbers.',
    routes: overview,
  },
  {
    tag: 'Policy',
    about:
      'How people sign in to the organization: second factor, ways, session lengths, domains that are invited. Only owners.',
    routes: policy,
  },
  {
    tag: 'Members',
    about:
      'The people of the organization with what the console shows of them, also those who were removed.',
    routes: members,
  },
  {
    tag: 'Operations',
    about: 'Work on many that an owner started: how far it has come, and what happened to each.',
    routes: operations,
  },
  {
    tag: 'Audit log',
    about:
      'What happened, by whom, from where, with the state before and after. Names are those of then. Only owners read it.',
    routes: auditEvents,
  },
]

/** Decisions for other software, under /access/v1: the shapes of OpenID AuthZEN 1.0. */
export const authzenV1: readonly Group[] = [
  {
    tag: 'Decisions',
    about: 'May this subject do that to this resource? One question, or many at once.',
    routes: authzen,
  },
  {
    tag: 'Search',
    about:
      'Who may do it, where they may do it, what they may do: sets with the same meaning as the decisions.',
    routes: authzenSearch,
  },
]
