'use client'
import { Lock } from 'lucide-react'
import Link from 'next/link'
import { Avatar } from '@/components/access/avatar'
import { OriginMark } from '@/components/access/origin'
import { StatusDot } from '@/components/access/status-dot'
import { useDenial, useViewer } from '@/components/access/viewer'
import type { Column } from '@/components/data-table/column'
import { memberHref } from '@/components/members/member-href'
import { Truncate } from '@/components/ui/truncate'
import { formatCount, plural } from '@/lib/client/words'
import { type AccessRow, type InheritedRow, isInherited } from './binding-shapes'
import { originOf, originWords } from './origin'
import { usePlace } from './place-context'
import { RoleCell } from './role-cell'
import { choiceLabel } from './role-choices'
import { Ends, hasEnd, Since } from './term'

export function AccessAvatar({ row, size }: { row: AccessRow; size?: 20 | 32 }) {
  if (isInherited(row)) return <Avatar id={row.inherited} name="" kind="group" size={size} />
  const { id, name, kind } = row.member
  return <Avatar id={id} name={name} kind={kind} size={size} />
}

/** "Organization owners", "Everyone on prod-us-west-2". */
export function useInheritedName() {
  const place = usePlace()
  const cloud = place.kind === 'project' ? place.cloud.name : place.name
  return ({ inherited }: InheritedRow) =>
    ({
      owners: 'Organization owners',
      cloudOwners: `Owners of ${cloud}`,
      everyone: `Everyone on ${cloud}`,
    })[inherited]
}

const peopleWords = ({ count, more }: InheritedRow) =>
  more ? `more than ${formatCount(count)} people` : plural(count, 'person', 'people')

function Name({ row }: { row: AccessRow }) {
  const inheritedName = useInheritedName()
  const seesPeople = useDenial()('member.list') === null
  const { identityId } = useViewer()
  const goes = useGoes(row)
  const strong = (
    <Truncate
      className={
        goes ? 'font-medium text-muted-foreground line-through' : 'font-medium text-foreground'
      }
    >
      {nameOf(row, inheritedName)}
    </Truncate>
  )
  if (isInherited(row) || !seesPeople) return <span className="min-w-0">{strong}</span>
  return (
    <>
      <Link
        href={memberHref(row.member)}
        prefetch={false}
        tabIndex={-1}
        className="min-w-0 hover:underline"
      >
        {strong}
      </Link>
      {row.member.id === identityId && (
        <span className="shrink-0 text-muted-foreground text-xs">You</span>
      )}
    </>
  )
}
const nameOf = (row: AccessRow, inheritedName: (row: InheritedRow) => string) =>
  isInherited(row) ? inheritedName(row) : row.member.name

const detailOf = (row: AccessRow) => {
  if (isInherited(row)) return peopleWords(row)
  return row.member.kind === 'service_account' ? 'service account' : row.member.email
}

const Origin = ({ row }: { row: AccessRow }) => (
  <OriginMark origin={originOf(row)}>
    <Truncate>{originWords(row)}</Truncate>
  </OriginMark>
)

const member: Column<AccessRow> = {
  id: 'member',
  header: 'Member',
  width: 330,
  mobile: 'title',
  cell: (row) => (
    <span className="flex min-w-0 items-center gap-2">
      <AccessAvatar row={row} />
      <span className="flex min-w-0 max-w-[65%] items-center gap-1.5">
        <Name row={row} />
      </span>
      <Truncate className="flex-1 text-muted-foreground">{detailOf(row)}</Truncate>
    </span>
  ),
  mobileCell: (row) => (
    <span className="flex min-w-0 items-center gap-1.5">
      <Name row={row} />
    </span>
  ),
}
const email: Column<AccessRow> = {
  id: 'email',
  header: 'Email',
  width: 220,
  optional: true,
  mobile: 'subtitle',
  cell: (row) => (isInherited(row) ? null : <Truncate>{row.member.email}</Truncate>),
  mobileCell: detailOf,
}
const role: Column<AccessRow> = {
  id: 'role',
  header: 'Role',
  width: 190,
  mobile: 'exceptions',
  cell: (row) => (isInherited(row) ? <LockedRole row={row} /> : <RoleCell row={row} />),
}
const origin: Column<AccessRow> = {
  id: 'origin',
  header: 'Where it comes from',
  width: 230,
  mobile: 'facts',
  cell: (row) => <Origin row={row} />,
  mobileCell: originWords,
}
const projects: Column<AccessRow> = {
  id: 'projects',
  header: 'Projects',
  width: 80,
  cell: (row) => !isInherited(row) && formatCount(row.projects ?? 0),
}
const since: Column<AccessRow> = {
  id: 'since',
  header: 'Since',
  width: 110,
  mobile: 'facts',
  cell: (row) => !isInherited(row) && <Since row={row} />,
  mobileCell: (row) =>
    isInherited(row) ? null : (
      <>
        since <Since row={row} />
      </>
    ),
}
const ends: Column<AccessRow> = {
  id: 'ends',
  header: 'Ends',
  width: 150,
  mobile: 'exceptions',
  cell: (row) => (isInherited(row) ? <InheritedEnd row={row} /> : <Ends row={row} />),
  mobileCell: (row) =>
    isInherited(row) ? <InheritedEnd row={row} /> : hasEnd(row) && <Ends row={row} word />,
}

/** While the project is about to be made private, what everyone on the cloud has there is about to end. */
function useGoes(row: AccessRow): boolean {
  const place = usePlace()
  const everyone = isInherited(row) && row.inherited === 'everyone'
  return everyone && place.kind === 'project' && place.goesPrivate === true
}

const InheritedEnd = ({ row }: { row: InheritedRow }) =>
  useGoes(row) && <StatusDot tone="warning">When made private</StatusDot>

function LockedRole({ row }: { row: InheritedRow }) {
  const { kind } = usePlace()
  const role = row.inherited === 'everyone' ? 'write' : 'owner'
  return (
    <span className="flex items-center gap-1.5 text-muted-foreground">
      <Lock className="size-3.5 shrink-0" />
      {choiceLabel(kind, { role, readOnly: false })}
    </span>
  )
}

export const accessColumns: Record<'cloud' | 'project', readonly Column<AccessRow>[]> = {
  cloud: [member, email, role, origin, projects, since, ends],
  project: [member, email, role, origin, since, ends],
}
