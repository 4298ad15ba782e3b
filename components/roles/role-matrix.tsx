import Link from 'next/link'
import { cn } from '@/components/ui/cn'
import { sentence } from '@/lib/client/words'
import { RoleCell } from './role-cell'
import { levelLabels, levels, type PermissionRow, type RoleColumn } from './role-table'

type Props = {
  caption: string
  columns: readonly RoleColumn[]
  rows: readonly PermissionRow[]
  /** One column stands out: the role that a link named. */
  marked?: string | null
}

const first = (columns: readonly RoleColumn[], at: number) =>
  columns[at]?.level !== columns[at - 1]?.level

/** A browser knows where to break it only where it has the dictionary. */
const broken = (label: string) => label.replace('ollaborator', 'ollabo\u00adrator')

/** Who may do what: the policy table, asked cell by cell. The first column stays while it scrolls sideways. */
export const RoleMatrix = ({ caption, columns, rows, marked }: Props) => (
  <table className="min-w-full border-separate border-spacing-0">
    <caption className="sr-only">{caption}</caption>
    <thead>
      <tr>
        <th
          scope="col"
          className="sticky top-0 left-0 z-4 w-62 min-w-62 border-b bg-sunken pb-2 pl-(--gutter) text-left align-bottom font-medium text-muted-foreground text-xs"
        >
          May they…
        </th>
        {columns.map((column, at) => (
          <th
            key={column.id}
            scope="col"
            className={cn(
              'sticky top-0 z-2 h-26 w-17 min-w-17 hyphens-manual border-b bg-sunken px-1.5 pb-2 text-left align-bottom text-xs',
              first(columns, at) && 'z-3 border-l',
              column.id === marked && 'bg-primary-soft',
            )}
          >
            {first(columns, at) && (
              <span className="absolute top-2 left-1.5 whitespace-nowrap font-normal text-muted-foreground">
                {levelLabels[column.level]}
              </span>
            )}
            <Link
              href={`/roles/${column.id}`}
              prefetch={false}
              className="tap block rounded-sm font-medium text-foreground hover:underline"
            >
              {broken(column.label)}
            </Link>
            {column.limit && <span className="block font-normal text-muted-foreground">Limit</span>}
          </th>
        ))}
        <td aria-hidden className="sticky top-0 w-full border-b bg-sunken" />
      </tr>
    </thead>
    {levels.map((level) => {
      const group = rows.filter((row) => row.level === level)
      if (group.length === 0) return null
      return (
        <tbody key={level}>
          <tr>
            <th
              scope="rowgroup"
              className="sticky left-0 bg-background pt-3 pb-1.5 pl-(--gutter) text-left font-medium text-muted-foreground text-xs"
            >
              {levelLabels[level]}
            </th>
            {columns.map((column, at) => (
              <td key={column.id} className={cn(first(columns, at) && 'border-l')} />
            ))}
          </tr>
          {group.map(({ permission, label }) => (
            <tr key={permission} className="group bg-background hover:bg-accent">
              <th
                scope="row"
                title={permission}
                className="sticky left-0 z-1 border-border-subtle border-t bg-inherit py-1 pr-3 pl-(--gutter) text-left font-normal"
              >
                {sentence(label)}
              </th>
              {columns.map((column, at) => (
                <td
                  key={column.id}
                  className={cn(
                    'h-8.5 border-border-subtle border-t px-1.5 align-middle',
                    first(columns, at) && 'border-l',
                    column.id === marked && 'bg-primary-soft',
                  )}
                >
                  <RoleCell cell={column.cells[permission]} />
                </td>
              ))}
              <td aria-hidden className="border-border-subtle border-t" />
            </tr>
          ))}
        </tbody>
      )
    })}
  </table>
)
