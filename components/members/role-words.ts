import { permissionsOf } from '@/lib/domain/decide'
import { permissions } from '@/lib/domain/permissions'
import { byNoun, rightsBeyond } from '@/lib/domain/rights'

export const listed = new Intl.ListFormat('en-GB', { type: 'conjunction' })

const everybody = permissionsOf('collaborator').map((permission) => permissions[permission].label)
const owners = rightsBeyond('owner', 'collaborator').map((permission) => ({ permission }))
const nouns = byNoun(owners).map(({ label, rights }) => `${label} (${rights.length})`)

/** The two roles with what each may do, for radio cards; the owner's many rights by what they are about. */
export const roleOptions = [
  {
    value: 'collaborator',
    label: 'Collaborator',
    description: `Can ${listed.format(everybody)}.`,
  },
  {
    value: 'owner',
    label: 'Owner',
    description: `All that, and ${owners.length} further rights: ${listed.format(nouns)}.`,
  },
] as const
