import type { Entry } from '@/lib/kernel/audit'
import type { newApiKey } from '@/lib/modules/api-keys/api-key'
import type { newBinding } from '@/lib/modules/bindings/binding'
import type { newCloud } from '@/lib/modules/clouds/cloud'
import type { newInvitation } from '@/lib/modules/invitations/invitation'
import type { newAccountMembership, newMembership } from '@/lib/modules/members/member'
import type { OperationInput, OperationKind } from '@/lib/modules/operations/operation'
import type { newOrganization } from '@/lib/modules/organizations/organization'
import type { newPerson } from '@/lib/modules/persons/person'
import type { newProject } from '@/lib/modules/projects/project'
import type { newSession } from '@/lib/modules/sessions/session'

export type OrganizationRow = ReturnType<typeof newOrganization>
export type PersonRow = ReturnType<typeof newPerson>
export type MemberRow = ReturnType<typeof newMembership> & {
  version: number
  endedAt: Date | null
  endedById: string | null
}
export type InvitationRow = ReturnType<typeof newInvitation> & {
  organizationId: string
  acceptedAt: Date | null
  acceptedById: string | null
  revokedAt: Date | null
  revokedBecause: 'revoked' | 'replaced' | 'inviter' | null
  deliveredAt: Date | null
  deliveryError: string | null
}
export type SessionRow = ReturnType<typeof newSession> & {
  endedAt: Date | null
  endedBecause: string | null
}
export type KeyRow = Awaited<ReturnType<typeof newApiKey>>['row'] & {
  organizationId: string
  lastUsedAt: Date | null
  lastUsedAddress?: string
  lastUsedClient?: string
  revokedAt: Date | null
}
type Owned = { organizationId: string }
/** The membership of a service account, and what it has beside it. */
export type AccountRow = ReturnType<typeof newAccountMembership> &
  Owned & {
    kind: 'service_account'
    role: 'collaborator'
    source: 'owner'
    description: string
    createdById: string
    suspendedAt: Date | null
    suspendedById: string | null
  }
export type KeyUseRow = Owned & { keyId: string; day: Date; useCase: string; requests: number }
export type PolicyRow = Owned & {
  personKeyDays: number
  accountKeyDays: number | null
  keysMustEnd: boolean
}
export type CloudRow = ReturnType<typeof newCloud> &
  Owned & { isDefault: boolean; autoAdd: boolean; computeStack: string }
export type ProjectRow = ReturnType<typeof newProject> & Owned
export type BindingRow = ReturnType<typeof newBinding> & Owned
export type WorkloadRow = Owned & {
  id: string
  externalId: string
  kind: string
  name: string
  cloudId: string
  projectId: string
  creatorId: string
  state: string
  lastSeenAt: Date
  createdAt: Date
}
export type EventRow = Omit<Entry, 'before' | 'after'> & {
  id: string
  at: Date
  subjectId: string
  actorId: string
  before?: object
  after?: object
  viaId?: string
  subjectOf?: string
  requestId: string
  address: string
  userAgent: string | null
  operationId?: string
}
export type OperationRow = {
  organizationId: string
  id: string
  kind: OperationKind
  input: OperationInput
  caller: object
  startedById: string
  total: number
  done: number
  createdAt: Date
  finishedAt: Date
}
export type ItemRow = {
  organizationId: string
  operationId: string
  position: number
  subjectId: string
  label: string
  state: 'done'
  finishedAt: Date
}

/** Everything that a scenario writes, in the order in which the tables refer to each other. */
export const emptyRows = () => ({
  organizations: [] as OrganizationRow[],
  policies: [] as PolicyRow[],
  people: [] as PersonRow[],
  memberships: [] as MemberRow[],
  accounts: [] as AccountRow[],
  invitations: [] as InvitationRow[],
  sessions: [] as SessionRow[],
  apiKeys: [] as KeyRow[],
  keyUses: [] as KeyUseRow[],
  operations: [] as OperationRow[],
  operationItems: [] as ItemRow[],
  clouds: [] as CloudRow[],
  projects: [] as ProjectRow[],
  roleBindings: [] as BindingRow[],
  workloads: [] as WorkloadRow[],
  events: [] as EventRow[],
})
export type Rows = ReturnType<typeof emptyRows>
