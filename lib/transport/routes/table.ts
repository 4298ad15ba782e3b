import 'server-only'
import type { Route } from '../api/route'
import { organizationCollaborators } from './organization-collaborators'
import { organizationInvitations } from './organization-invitations'
import { userinfo } from './userinfo'

/** The API table: every operation under /api/v2, once. Router, OpenAPI document and contract tests read it. */
export const apiV2: readonly { tag: string; routes: readonly Route[] }[] = [
  { tag: 'Caller', routes: userinfo },
  { tag: 'People', routes: organizationCollaborators },
  { tag: 'Invitations', routes: organizationInvitations },
]
