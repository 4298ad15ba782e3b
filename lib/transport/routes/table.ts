import 'server-only'
import type { Route } from '../api/route'
import { organization } from './organization'
import { organizationCollaborators } from './organization-collaborators'
import { organizationInvitations } from './organization-invitations'
import { userinfo } from './userinfo'

export type Group = { tag: string; about: string; routes: readonly Route[] }

/** The API table: every operation under /api/v2, once. Router, OpenAPI document, reference and contract tests read it. */
export const apiV2: readonly Group[] = [
  { tag: 'Caller', about: 'Whom a key stands for.', routes: userinfo },
  { tag: 'People', about: 'The members of the organization.', routes: organizationCollaborators },
  {
    tag: 'Invitations',
    about: 'Offers to join, by email address.',
    routes: organizationInvitations,
  },
]

/** What only we have, under /api/gatehouse/v1: the same rules, a document of its own. */
export const apiGatehouse: readonly Group[] = [
  {
    tag: 'Organization',
    about: 'The organization that the key belongs to.',
    routes: organization,
  },
]
