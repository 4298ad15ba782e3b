import 'server-only'
import type { AnyQuery } from '@/lib/kernel/define'
import { explainAccess } from '@/lib/modules/access/queries/explain-access'
import { explainAccessOfMember } from '@/lib/modules/access/queries/explain-access-of-member'
import { readOwnAccess } from '@/lib/modules/access/queries/read-own-access'
import { readReport } from '@/lib/modules/access/queries/read-report'
import { readTree } from '@/lib/modules/access/queries/read-tree'
import { whatCan } from '@/lib/modules/access/queries/what-can'
import { whoCan } from '@/lib/modules/access/queries/who-can'
import { findApiKey } from '@/lib/modules/api-keys/queries/find-api-key'
import { listAllApiKeys } from '@/lib/modules/api-keys/queries/list-all-api-keys'
import { listApiKeysOfMember } from '@/lib/modules/api-keys/queries/list-api-keys-of-member'
import { listOwnApiKeys } from '@/lib/modules/api-keys/queries/list-own-api-keys'
import { readApiKey } from '@/lib/modules/api-keys/queries/read-api-key'
import { readKeyPolicy } from '@/lib/modules/api-keys/queries/read-key-policy'
import { getEvent } from '@/lib/modules/audit/queries/get-event'
import { listEvents } from '@/lib/modules/audit/queries/list-events'
import { candidatesOnCloud } from '@/lib/modules/bindings/queries/candidates-on-cloud'
import { candidatesOnProject } from '@/lib/modules/bindings/queries/candidates-on-project'
import { listOnCloud } from '@/lib/modules/bindings/queries/list-on-cloud'
import { listOnProject } from '@/lib/modules/bindings/queries/list-on-project'
import { previewRemovalFromCloud } from '@/lib/modules/bindings/queries/preview-removal'
import { defaultCloud } from '@/lib/modules/clouds/queries/default-cloud'
import { getCloud } from '@/lib/modules/clouds/queries/get-cloud'
import { listClouds } from '@/lib/modules/clouds/queries/list-clouds'
import { previewCloudDeletion } from '@/lib/modules/clouds/queries/preview-cloud-deletion'
import { listOwnFactors } from '@/lib/modules/factors/queries/list-own-factors'
import { readConfirmWays } from '@/lib/modules/factors/queries/read-confirm-ways'
import { listInvitations } from '@/lib/modules/invitations/queries/list-invitations'
import { listInviters } from '@/lib/modules/invitations/queries/list-inviters'
import { previewInvitations } from '@/lib/modules/invitations/queries/preview-invitations'
import { readHistory } from '@/lib/modules/invitations/queries/read-history'
import { getMember } from '@/lib/modules/members/queries/get-member'
import { listMembers } from '@/lib/modules/members/queries/list-members'
import { previewLeaving } from '@/lib/modules/members/queries/preview-leaving'
import { previewMany } from '@/lib/modules/members/queries/preview-many'
import { previewRemoval } from '@/lib/modules/members/queries/preview-removal'
import { previewRoleChange } from '@/lib/modules/members/queries/preview-role-change'
import { previewSuspension } from '@/lib/modules/members/queries/preview-suspension'
import { readNeighbours } from '@/lib/modules/members/queries/read-neighbours'
import { readProfile } from '@/lib/modules/members/queries/read-profile'
import { getOperation } from '@/lib/modules/operations/queries/get-operation'
import { listOperationItems } from '@/lib/modules/operations/queries/list-operation-items'
import { listRecentOperations } from '@/lib/modules/operations/queries/list-recent-operations'
import { currentOrganization } from '@/lib/modules/organizations/queries/current-organization'
import { organizationDetails } from '@/lib/modules/organizations/queries/organization-details'
import { previewDeletion } from '@/lib/modules/organizations/queries/preview-deletion'
import { readOverview } from '@/lib/modules/overview/queries/read-overview'
import { readAccount } from '@/lib/modules/persons/queries/read-account'
import { previewPolicy } from '@/lib/modules/policy/queries/preview-policy'
import { readPolicy } from '@/lib/modules/policy/queries/read-policy'
import { getProject } from '@/lib/modules/projects/queries/get-project'
import { listProjects } from '@/lib/modules/projects/queries/list-projects'
import { previewProjectDeletion } from '@/lib/modules/projects/queries/preview-project-deletion'
import { previewVisibility } from '@/lib/modules/projects/queries/preview-visibility'
import { getServiceAccount } from '@/lib/modules/service-accounts/queries/get-service-account'
import { listServiceAccounts } from '@/lib/modules/service-accounts/queries/list-service-accounts'
import { previewAccountDeletion } from '@/lib/modules/service-accounts/queries/preview-account-deletion'
import { listOwnOrganizations } from '@/lib/modules/sessions/queries/list-own-organizations'
import { listOwnSessions } from '@/lib/modules/sessions/queries/list-own-sessions'
import { listSessionsOfMember } from '@/lib/modules/sessions/queries/list-sessions-of-member'
import { listTrust } from '@/lib/modules/trust/queries/list-trust'
import { listWorkloads } from '@/lib/modules/workloads/queries/list-workloads'
import { listWorkloadsInProject } from '@/lib/modules/workloads/queries/list-workloads-in-project'

/** Of the organization one is signed in to, or of one's own account. */
type ConsoleQuery = AnyQuery & { scope: 'organization' | 'person' }

const queries: readonly ConsoleQuery[] = [
  candidatesOnCloud,
  candidatesOnProject,
  listOnCloud,
  listOnProject,
  previewRemovalFromCloud,
  currentOrganization,
  getEvent,
  getMember,
  listEvents,
  getOperation,
  listInvitations,
  listInviters,
  listMembers,
  findApiKey,
  listAllApiKeys,
  listApiKeysOfMember,
  readApiKey,
  readKeyPolicy,
  listSessionsOfMember,
  listOperationItems,
  listOwnApiKeys,
  listRecentOperations,
  previewInvitations,
  previewMany,
  previewRemoval,
  readHistory,
  previewRoleChange,
  previewSuspension,
  readNeighbours,
  readProfile,
  readOwnAccess,
  explainAccess,
  explainAccessOfMember,
  readReport,
  readTree,
  whatCan,
  whoCan,
  listOwnFactors,
  listOwnOrganizations,
  listOwnSessions,
  readAccount,
  readConfirmWays,
  organizationDetails,
  readOverview,
  previewDeletion,
  previewPolicy,
  readPolicy,
  previewLeaving,
  defaultCloud,
  getCloud,
  listClouds,
  previewCloudDeletion,
  getServiceAccount,
  listTrust,
  listServiceAccounts,
  previewAccountDeletion,
  getProject,
  listProjects,
  previewProjectDeletion,
  previewVisibility,
  listWorkloads,
  listWorkloadsInProject,
]

/** The reads of the console's own browser code, by name. */
export const consoleQueries = new Map(queries.map((query) => [query.name, query]))
