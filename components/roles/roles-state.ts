import { urlList, urlText, urlWord } from '@/lib/client/url-parsers'
import {
  differs,
  levels,
  type PermissionRow,
  permissionRows,
  type RoleColumn,
  roleColumns,
} from './role-table'

/** What the matrix shows, as it stands in the URL. */
export const rolesParsers = {
  q: urlText.withDefault(''),
  level: urlList(urlWord(levels)).withDefault([]),
  role: urlText,
}

const both = ['cloud-owner', 'cloud-collaborator']
export const compareParsers = {
  with: urlList(urlWord(roleColumns.map(({ id }) => id))).withDefault(both),
  all: urlWord(['1']),
}

type Wanted = { q: string; level: readonly string[] }

export function rowsOf({ q, level }: Wanted): PermissionRow[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean)
  return permissionRows.filter(
    (row) =>
      (level.length === 0 || level.includes(row.level)) &&
      words.every((word) => `${row.label} ${row.permission}`.toLowerCase().includes(word)),
  )
}

/** The roles that have something to say about these rows. */
export const columnsOf = (rows: readonly PermissionRow[]): RoleColumn[] =>
  roleColumns.filter((column) => rows.some(({ permission }) => column.cells[permission] !== 'none'))

export const differing = (columns: readonly RoleColumn[]) =>
  permissionRows.filter(({ permission }) => differs(columns, permission))
