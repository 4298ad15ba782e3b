import 'server-only'
import { z } from 'zod'
import {
  type CloudRole,
  cloudLimit,
  cloudRoles,
  cloudTier,
  type ProjectRole,
  tiers,
} from '@/lib/domain/roles'
import type { OutputOf } from '@/lib/kernel/define'
import type { listOnCloud } from '@/lib/modules/bindings/queries/list-on-cloud'
import type { listOnProject } from '@/lib/modules/bindings/queries/list-on-project'

export type CloudMemberRow = OutputOf<typeof listOnCloud>['rows'][number]
export type ProjectMemberRow = OutputOf<typeof listOnProject>['rows'][number]

/** The legacy words for a role on a cloud or in a project; they are our tiers (anyscale-client.md §5). */
export const permissionLevel = z.enum(tiers)
type Level = z.output<typeof permissionLevel>

export const denyRole = z.literal(cloudLimit)
export const cloudBaseRole = z.enum(cloudRoles)

/** What a legacy level sets. There is one store, so what it reads back as is asked of the role itself. */
export const roleOfLevel: Record<Level, { role: CloudRole; readOnly: boolean }> = {
  owner: { role: 'owner', readOnly: false },
  write: { role: 'collaborator', readOnly: false },
  readonly: { role: 'collaborator', readOnly: true },
}

const examplePerson = {
  id: 'usr_764n07887310ju4o8gryavdvyw',
  name: 'Ann Berg',
  email: 'ann@halden.example',
}
const exampleIdentity = 'ide_2k2y004le7fcqa0azt484nfutd'

const Person = z.object({
  id: z.string().describe('The user id (usr_…).'),
  name: z.string(),
  email: z.string(),
})
const identity = z.string().describe('The identity id (ide_…): change and remove by this one.')

export const CloudMemberWire = z
  .object({
    id: identity,
    value: Person,
    permission_level: permissionLevel,
    permission_levels: z.array(permissionLevel),
  })
  .meta({
    id: 'CloudMember',
    examples: [
      {
        id: exampleIdentity,
        value: examplePerson,
        permission_level: 'write',
        permission_levels: ['write'],
      },
    ],
  })

export const cloudMemberWire = ({
  member,
  role,
  readOnly,
}: CloudMemberRow): z.input<typeof CloudMemberWire> => {
  const level = cloudTier(role, readOnly)
  const value = { id: member.userId, name: member.name, email: member.email }
  return { id: member.id, value, permission_level: level, permission_levels: [level] }
}

export const CloudRolesWire = z
  .object({
    user_id: z.string(),
    base_roles: z.array(cloudBaseRole).describe('Always one.'),
    deny_roles: z.array(denyRole),
  })
  .meta({
    id: 'CloudRoles',
    examples: [{ user_id: examplePerson.id, base_roles: ['writer'], deny_roles: [] }],
  })

export const cloudRolesWire = ({
  member,
  role,
  readOnly,
}: CloudMemberRow): z.input<typeof CloudRolesWire> => ({
  user_id: member.userId,
  base_roles: [role],
  deny_roles: readOnly ? [cloudLimit] : [],
})

export const ProjectMemberWire = z
  .object({ id: identity, value: Person, permission_level: permissionLevel })
  .meta({
    id: 'ProjectMember',
    examples: [{ id: exampleIdentity, value: examplePerson, permission_level: 'write' }],
  })

export const projectMemberWire = ({
  member,
  role,
}: ProjectMemberRow & { role: ProjectRole }): z.input<typeof ProjectMemberWire> => ({
  id: member.id,
  value: { id: member.userId, name: member.name, email: member.email },
  permission_level: role,
})

export const identityParam = {
  identity_id: { description: 'The identity id (ide_…), `id` of a row.', example: exampleIdentity },
}
export const memberParam = {
  member_id: {
    description: 'The identity id (ide_…) for levels, the user id (usr_…) for roles.',
    example: exampleIdentity,
  },
}
