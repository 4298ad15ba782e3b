import 'server-only'
import type { Route } from '../api/route'
import { organizationCollaborators } from './organization-collaborators'
import { organizationInvitations } from './organization-invitations'
import { userinfo } from './userinfo'

type Group = { tag: string; about: string; routes: readonly Route[] }

/** The API table: every operation under /api/v2, once. Router, OpenAPI document and contract tests read it. */
export const apiV2: readonly Group[] = [
  { tag: 'Caller', about: 'Whom a key stands for.', routes: userinfo },
  { tag: 'People', about: 'The members of the organization.', routes: organizationCollaborators },
  {
    tag: 'Invitations',
    about: 'Offers to join, by email address.',
    routes: organizationInvitations,
  },
]
