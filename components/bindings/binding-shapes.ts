import type { z } from 'zod'
import type { Page } from '@/components/data-table/pager'
import type {
  Candidate as CandidateSchema,
  Granted as GrantedSchema,
  Inherited as InheritedSchema,
  OnCloud,
  OnProject,
} from '@/lib/modules/bindings/binding'

export type Inherited = z.output<typeof InheritedSchema>
export type Candidate = z.output<typeof CandidateSchema>
export type Granted = z.output<typeof GrantedSchema>

type Fields = z.output<typeof OnCloud> | z.output<typeof OnProject>
/** Who holds what on a place: a row of `binding.list_on_cloud` or `binding.list_on_project`. */
export type BindingRow = Omit<Fields, 'role'> & {
  role: Fields['role']
  /** On a cloud: how many roles they hold in its projects. */
  projects?: number
  /** In a project: what they hold on its cloud; null: nothing that counts. */
  onCloud?: z.output<typeof OnProject>['onCloud']
}
export type Holder = BindingRow['member']

/** The answer of both lists. */
export type BindingPage = Page<BindingRow> & { inherited: Inherited | null }

/** Access that nobody was given by a row of their own: it cannot be changed here. */
export type InheritedRow = {
  inherited: 'owners' | 'cloudOwners' | 'everyone'
  count: number
  more: boolean
  names: readonly string[]
}
export type AccessRow = BindingRow | InheritedRow

export const isInherited = (row: AccessRow): row is InheritedRow => 'inherited' in row

export const accessRowId = (row: AccessRow) => (isInherited(row) ? row.inherited : row.member.id)

/** The rows that stand above those with a grant of their own. */
export function inheritedRows(inherited: Inherited | null | undefined): InheritedRow[] {
  if (!inherited) return []
  const { owners, cloudOwners, everyone } = inherited
  return [
    { inherited: 'owners', ...owners },
    ...(cloudOwners && cloudOwners.count > 0
      ? [{ inherited: 'cloudOwners' as const, ...cloudOwners }]
      : []),
    ...(everyone ? [{ inherited: 'everyone' as const, names: [], ...everyone }] : []),
  ]
}
