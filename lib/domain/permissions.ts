export const organizationRoles = ['owner', 'collaborator'] as const
export type OrganizationRole = (typeof organizationRoles)[number]

type Grants = { organization: readonly OrganizationRole[] }
type Entry = { level: 'organization'; label: string; grants: Grants }

const owners = { organization: ['owner'] } as const
const everybody = { organization: ['owner', 'collaborator'] } as const

/** The one authorization policy. A label completes "You may …" and "Only owners may …". */
export const permissions = {
  'organization.read': {
    level: 'organization',
    label: 'see the name of this organization',
    grants: everybody,
  },
  'organization.read_details': {
    level: 'organization',
    label: 'see the settings of this organization',
    grants: owners,
  },
  'organization.read_overview': {
    level: 'organization',
    label: 'see the overview of this organization',
    grants: owners,
  },
  'organization.rename': {
    level: 'organization',
    label: 'change the name of this organization',
    grants: owners,
  },
  'organization.change_policy': {
    level: 'organization',
    label: 'change how people sign in to this organization',
    grants: owners,
  },
  'organization.delete': {
    level: 'organization',
    label: 'delete this organization',
    grants: owners,
  },
  'access.read_own': { level: 'organization', label: 'see their own access', grants: everybody },
  'member.list': {
    level: 'organization',
    label: 'see the people of this organization',
    grants: owners,
  },
  'member.change_role': {
    level: 'organization',
    label: 'change organization roles',
    grants: owners,
  },
  'member.remove': {
    level: 'organization',
    label: 'remove people from this organization',
    grants: owners,
  },
  'member.suspend': {
    level: 'organization',
    label: 'suspend people',
    grants: owners,
  },
  'member.restore': {
    level: 'organization',
    label: 'restore suspended people',
    grants: owners,
  },
  'member.create': {
    level: 'organization',
    label: 'add people without an invitation',
    grants: owners,
  },
  'member.export': {
    level: 'organization',
    label: 'download the list of people',
    grants: owners,
  },
  'member.leave': { level: 'organization', label: 'leave this organization', grants: everybody },
  'session.list': {
    level: 'organization',
    label: 'see the sessions of people',
    grants: owners,
  },
  'session.end': { level: 'organization', label: 'sign people out', grants: owners },
  'operation.read': {
    level: 'organization',
    label: 'follow work on many people',
    grants: owners,
  },
  'operation.stop': {
    level: 'organization',
    label: 'stop work on many people',
    grants: owners,
  },
  'invitation.list': { level: 'organization', label: 'see pending invites', grants: owners },
  'invitation.send': { level: 'organization', label: 'invite people', grants: owners },
  'invitation.revoke': { level: 'organization', label: 'revoke invitations', grants: owners },
  'api_key.list': {
    level: 'organization',
    label: 'see the API keys of people',
    grants: owners,
  },
  'api_key.revoke': {
    level: 'organization',
    label: 'revoke the API keys of people',
    grants: owners,
  },
  'audit.read': { level: 'organization', label: 'read the audit log', grants: owners },
  'audit.export': { level: 'organization', label: 'download the audit log', grants: owners },
  'api_key.list_own': { level: 'organization', label: 'see their own API keys', grants: everybody },
  'api_key.create_own': {
    level: 'organization',
    label: 'make API keys for themselves',
    grants: everybody,
  },
  'api_key.revoke_own': {
    level: 'organization',
    label: 'revoke their own API keys',
    grants: everybody,
  },
} as const satisfies Record<string, Entry>

export type Permission = keyof typeof permissions

export const roleLabels = {
  owner: 'Owner',
  collaborator: 'Collaborator',
} as const satisfies Record<OrganizationRole, string>
