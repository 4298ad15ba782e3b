import {
  type CloudEntry,
  cloudPermissions,
  type ProjectEntry,
  projectPermissions,
  type Withheld,
} from './permissions-of-resources'
import type { OrganizationRole } from './roles'

type Grants = { organization: readonly OrganizationRole[] }
type OrganizationEntry = Withheld & {
  level: 'organization'
  label: string
  grants: Grants
  asked?: 'elsewhere'
}
export type Entry = OrganizationEntry | CloudEntry | ProjectEntry

const owners = { organization: ['owner'] } as const
const everybody = { organization: ['owner', 'collaborator'] } as const
const image = (label: string, ...withheldBy: Withheld['withheldBy'] & object) =>
  ({ level: 'organization', label, grants: everybody, withheldBy, asked: 'elsewhere' }) as const

const organizationPermissions = {
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
  'service_account.list': {
    level: 'organization',
    label: 'see service accounts',
    grants: owners,
  },
  'service_account.create': {
    level: 'organization',
    label: 'create service accounts',
    grants: owners,
  },
  'service_account.change': {
    level: 'organization',
    label: 'change service accounts',
    grants: owners,
  },
  'service_account.delete': {
    level: 'organization',
    label: 'delete service accounts',
    grants: owners,
  },
  'api_key.create_for_account': {
    level: 'organization',
    label: 'make API keys for service accounts',
    grants: owners,
  },
  'trust.list': {
    level: 'organization',
    label: 'see trust rules',
    grants: owners,
  },
  'trust.change': {
    level: 'organization',
    label: 'change trust rules',
    grants: owners,
  },
  'token.own': {
    level: 'organization',
    label: 'use their own access tokens',
    grants: everybody,
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
  'access.read_others': {
    level: 'organization',
    label: 'see the access of others',
    grants: owners,
  },
  'cloud.list': {
    level: 'organization',
    label: 'see the clouds they can reach',
    grants: everybody,
  },
  'cloud.create': { level: 'organization', label: 'create clouds', grants: owners },
  'cloud.delete': { level: 'organization', label: 'delete clouds', grants: owners },
  'cloud.make_default': {
    level: 'organization',
    label: 'choose the default cloud',
    grants: owners,
  },
  'project.list': {
    level: 'organization',
    label: 'see the projects they can reach',
    grants: everybody,
  },
  'image.create': image('create container images', 'image_reader', 'image_reader_no_base_images'),
  'image.archive': image('archive container images'),
  'image.deploy_base': image('deploy base images', 'image_reader_no_base_images'),
  'image.deploy_custom': image('deploy container images of the organization'),
  'image.list': image('list container images'),
  'image.read': image('read the configuration of container images'),
} as const satisfies Record<string, OrganizationEntry>

/** The one authorization policy. A label completes "You may …" and "Only owners may …". */
export const permissions = {
  ...organizationPermissions,
  ...cloudPermissions,
  ...projectPermissions,
} as const satisfies Record<string, Entry>

export type Permission = keyof typeof permissions
export type OrganizationPermission = keyof typeof organizationPermissions
export const organizationPermissionNames = Object.keys(
  organizationPermissions,
) as OrganizationPermission[]
export const permissionNames = Object.keys(permissions) as [Permission, ...Permission[]]

export const isPermission = (text: string): text is Permission => Object.hasOwn(permissions, text)

/** A line of the policy, with what only some lines have. */
export const entryOf = (permission: Permission): Entry => permissions[permission]
