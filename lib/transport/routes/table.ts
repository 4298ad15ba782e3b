import 'server-only'
import type { Route } from '../api/route'
import { apiKeys } from './api-keys'
import { authorization } from './authorization'
import { clouds } from './clouds'
import { organizationCollaborators } from './organization-collaborators'
import { organizationInvitations } from './organization-invitations'
import { userinfo } from './userinfo'
import { users } from './users'

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
  { tag: 'Accounts', about: 'People added without an invitation.', routes: users },
  { tag: 'API keys', about: 'One’s own keys.', routes: apiKeys },
  { tag: 'Access', about: 'What the key may do.', routes: authorization },
  { tag: 'Clouds', about: 'None can be added here yet.', routes: clouds },
]
