import 'server-only'
import type { AnyQuery } from '@/lib/kernel/define'
import { readOwnAccess } from '@/lib/modules/access/queries/read-own-access'
import { listOwnApiKeys } from '@/lib/modules/api-keys/queries/list-own-api-keys'
import { getEvent } from '@/lib/modules/audit/queries/get-event'
import { listEvents } from '@/lib/modules/audit/queries/list-events'
import { listInvitations } from '@/lib/modules/invitations/queries/list-invitations'
import { previewInvitations } from '@/lib/modules/invitations/queries/preview-invitations'
import { getMember } from '@/lib/modules/members/queries/get-member'
import { listMembers } from '@/lib/modules/members/queries/list-members'
import { previewRemoval } from '@/lib/modules/members/queries/preview-removal'
import { currentOrganization } from '@/lib/modules/organizations/queries/current-organization'

/** Of the organization one is signed in to, or of one's own account. */
type ConsoleQuery = AnyQuery & { scope: 'organization' | 'person' }

const queries: readonly ConsoleQuery[] = [
  currentOrganization,
  getEvent,
  getMember,
  listEvents,
  listInvitations,
  listMembers,
  listOwnApiKeys,
  previewInvitations,
  previewRemoval,
  readOwnAccess,
]

/** The reads of the console's own browser code, by name. */
export const consoleQueries = new Map(queries.map((query) => [query.name, query]))
