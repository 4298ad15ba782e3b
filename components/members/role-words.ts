import { permissionsOf } from '@/lib/domain/decide'
import type { Permission } from '@/lib/domain/permissions'
import { byNoun, rightsBeyond } from '@/lib/domain/rights'

export const listed = new Intl.ListFormat('en-GB', { type: 'conjunction' })

const everybody = permissionsOf('collaborator')
const owners = rightsBeyond('owner', 'collaborator')
const nounsOf = (some: readonly Permission[]) =>
  listed.format(
    byNoun(some.map((permission) => ({ permission }))).map(
      ({ label, rights }) => `${label} (${rights.length})`,
    ),
  )

/** The two roles with what each may do, for radio cards; their many rights by what they are about. */
export const roleOptions = [
  {
    value: 'collaborator',
    label: 'Collaborator',
    description: `Holds nothing on clouds until a role is given there. ${everybody.length} rights: ${nounsOf(everybody)}.`,
  },
  {
    value: 'owner',
    label: 'Owner',
    description: `Owns every cloud and every project. All that, and ${owners.length} further rights: ${nounsOf(owners)}.`,
  },
] as const
