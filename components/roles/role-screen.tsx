import { ArrowLeftRight, Table2 } from 'lucide-react'
import Link from 'next/link'
import { PageBody, PageHeader, PageSection } from '@/components/layout/page'
import { Chip } from '@/components/ui/chip'
import { LinkButton } from '@/components/ui/link-button'
import { plural, sentence } from '@/lib/client/words'
import { CellMark } from './role-cell'
import {
  type Cell,
  levelLabels,
  levels,
  type PermissionRow,
  permissionRows,
  type RoleColumn,
  roleColumns,
} from './role-table'
import { aboutRole, cellWords, needsOf } from './role-words'

type Props = { role: RoleColumn }

/** /roles/{id}: what one role permits, or takes away, line by line. */
export function RoleScreen({ role }: Props) {
  const said = permissionRows.flatMap((row) => {
    const cell = role.cells[row.permission]
    return cell === 'none' ? [] : [{ ...row, cell }]
  })
  const needs = needsOf(role.level)
  return (
    <>
      <PageHeader
        title={role.label}
        crumb={{ label: 'Roles', href: '/roles' }}
        aside={
          <Chip tone={role.limit ? 'dashed' : 'outline'}>
            {role.limit ? 'Limit' : levelLabels[role.level]}
          </Chip>
        }
        description={aboutRole(role.id)}
        actions={
          <>
            <LinkButton
              variant="ghost"
              icon={<ArrowLeftRight />}
              href={`/roles/compare?with=${role.id},${neighbourOf(role)}`}
            >
              Compare
            </LinkButton>
            <LinkButton icon={<Table2 />} href={`/roles?role=${role.id}`} className="max-sm:hidden">
              In the matrix
            </LinkButton>
          </>
        }
      />
      <PageBody className="flex items-start gap-x-11 border-t max-lg:flex-col">
        <section
          aria-label="Permissions"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be in reach of the keyboard (WCAG 2.1.1)
          tabIndex={0}
          className="w-full min-w-0 flex-1 outline-offset-4"
        >
          {needs && <p className="pt-3 text-foreground-2">{needs}</p>}
          {levels.map((level) => (
            <LevelRights key={level} role={role} rows={said.filter((row) => row.level === level)} />
          ))}
          {said.length === 0 && (
            <p className="py-4 text-foreground-2">
              Nothing by itself. Roles on clouds and projects are given one by one.
            </p>
          )}
        </section>
        <nav
          aria-label="All roles"
          className="w-full lg:w-71 lg:self-stretch lg:shrink-0 lg:border-l lg:pl-5"
        >
          <Others role={role} />
        </nav>
      </PageBody>
    </>
  )
}

type Said = PermissionRow & { cell: Cell }

function LevelRights({ role, rows }: { role: RoleColumn; rows: Said[] }) {
  const [first] = rows
  if (!first) return null
  return (
    <PageSection
      title={levelLabels[first.level]}
      aside={`${role.limit ? 'Takes' : 'Permits'} ${plural(rows.length, 'thing')}`}
    >
      <ul className="divide-y divide-border-subtle border-y">
        {rows.map(({ permission, label, cell }) => (
          <li key={permission} className="flex items-center gap-3 py-1.75">
            <CellMark cell={cell} />
            <span className="min-w-0 flex-1">
              <span className="sr-only">{cellWords[cell]}: </span>
              {sentence(label)}
              {cell === 'not_self' && (
                <span className="text-muted-foreground"> · not on yourself</span>
              )}
            </span>
            <code className="font-mono text-muted-foreground text-xs max-sm:hidden">
              {permission}
            </code>
          </li>
        ))}
      </ul>
    </PageSection>
  )
}

const Others = ({ role }: Props) =>
  levels.map((level) => (
    <PageSection key={level} title={levelLabels[level]} className="py-3">
      <ul>
        {roleColumns
          .filter((column) => column.level === level)
          .map(({ id, label }) => (
            <li key={id}>
              <Link
                href={`/roles/${id}`}
                aria-current={id === role.id ? 'page' : undefined}
                className="tap block rounded-sm py-1 text-foreground-2 hover:text-foreground aria-[current=page]:font-medium aria-[current=page]:text-foreground max-sm:py-2"
              >
                {label}
              </Link>
            </li>
          ))}
      </ul>
    </PageSection>
  ))

/** The role it is most often held against: the next one of its level. */
function neighbourOf(role: RoleColumn) {
  const same = roleColumns.filter(({ level, id }) => level === role.level && id !== role.id)
  return same[0]?.id ?? role.id
}
