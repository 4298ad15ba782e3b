import { originLabels } from '@/components/access/origin'
import type { Origin } from '@/lib/domain/roles'
import { type AccessRow, isInherited } from './binding-shapes'

export function originOf(row: AccessRow): Origin {
  if (!isInherited(row)) return row.binding.origin
  return row.inherited === 'everyone' ? 'public_project' : 'implicit_owner'
}

/** "Direct, by Ingrid Solheim-Bjørnstad". */
export function originWords(row: AccessRow): string {
  if (isInherited(row)) {
    if (row.inherited === 'everyone') return originLabels.public_project
    return row.inherited === 'owners'
      ? 'Implicit, from the organization'
      : 'Implicit, from the cloud'
  }
  const { origin, createdBy } = row.binding
  if (origin === 'auto_add') return 'Auto-add'
  if (origin === 'creator') return 'Made the project'
  if (!createdBy) return originLabels.direct
  return `${originLabels.direct}, by ${createdBy.removed ? 'a removed user' : createdBy.name}`
}
