import { ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { levelLabels, levels, type PermissionRow, type RoleColumn } from './role-table'
import { aboutRole } from './role-words'

type Props = {
  columns: readonly RoleColumn[]
  rows: readonly PermissionRow[]
  className?: string
}

/** The roles by level, with how much of what is shown each has. */
export const RoleList = ({ columns, rows, className }: Props) => (
  <div className={className}>
    {levels.map((level) => {
      const group = columns.filter((column) => column.level === level)
      if (group.length === 0) return null
      return (
        <section key={level} aria-label={levelLabels[level]}>
          <h2 className="px-(--gutter) pt-4 pb-1 font-medium text-muted-foreground text-xs">
            {levelLabels[level]}
          </h2>
          <ul>
            {group.map((column) => (
              <li key={column.id} className="border-border-subtle border-b">
                <Link
                  href={`/roles/${column.id}`}
                  className="flex min-h-11 items-center gap-3 px-(--gutter) py-2 -outline-offset-2 hover:bg-accent"
                >
                  <span className="min-w-0 flex-1">
                    <span className="block font-medium">{column.label}</span>
                    <span className="block text-muted-foreground text-xs">
                      {aboutRole(column.id)}
                    </span>
                  </span>
                  <span className="shrink-0 text-muted-foreground text-xs tabular-nums">
                    {countOf(column, rows)}
                  </span>
                  <ChevronRight className="shrink-0 text-muted-foreground" />
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )
    })}
  </div>
)

function countOf(column: RoleColumn, rows: readonly PermissionRow[]) {
  const said = rows.filter(({ permission }) => column.cells[permission] !== 'none').length
  return column.limit ? `takes ${said}` : `${said} of ${rows.length}`
}
