import 'server-only'
import type { StoredOrigin } from '@/lib/domain/roles'
import type { Happened, More, Self } from '@/lib/kernel/define'
import type { ReadDb, WriteDb } from '@/lib/platform/db/doors'
import { type Grant, newBinding } from '../binding'

/** A binding as the database has it. */
export type Row = {
  id: string
  membershipId: string
  cloudId: string
  projectId: string | null
  role: string
  readOnly: boolean
  origin: StoredOrigin | string
  createdAt: Date
  createdById: string | null
  startsAt: Date | null
  endsAt: Date | null
  version: number
}
/** A place with the names that are written down. */
export type Named = {
  cloud: { id: string; name: string }
  project: { id: string; name: string } | null
}
type Whom = { id: string; name: string }
type Facts = Pick<Row, 'role' | 'readOnly' | 'startsAt' | 'endsAt'>
export type BindingEvent = Happened<'organization'> & Pick<More<'organization'>, 'event'>

/** Whether it counts no more. One that has not begun still stands. */
export const isOver = ({ endsAt }: Pick<Row, 'endsAt'>, now: Date) =>
  endsAt !== null && endsAt <= now

export const standing = (row: Row | null | undefined, now: Date) =>
  row && !isOver(row, now) ? row : null

/** The rows of these members on the cloud of a place and, where it is a project, in that. */
export const rowsOn = (
  db: ReadDb | WriteDb,
  { cloud, project }: Named,
  memberIds: string[],
): Promise<Row[]> =>
  db.roleBinding.findMany({
    where: {
      cloudId: cloud.id,
      membershipId: { in: memberIds },
      OR: [{ projectId: null }, ...(project ? [{ projectId: project.id }] : [])],
    },
  })

type Giving = { db: WriteDb; now: Date; self: Self }
type Given = Pick<Grant, 'role' | 'readOnly' | 'startsAt' | 'endsAt'>

/** Puts down a role that somebody gives. */
export async function insertRow(
  { db, now, self }: Giving,
  { id: membershipId }: Whom,
  { cloud, project }: Named,
  given: Given,
): Promise<Row> {
  const place = { membershipId, cloudId: cloud.id, projectId: project?.id ?? null }
  const row = newBinding({ ...place, ...given, origin: 'direct', createdById: self.id, now })
  await db.roleBinding.createMany({ data: [row] })
  return { ...row, version: 1 }
}

export const bindingSubject = ({ id }: { id: string }, member: Whom) =>
  ({ kind: 'role_binding', id, label: member.name, of: member.id }) as const

/** What an event says of a binding: the names of then. */
export const bindingFacts = (
  { role, readOnly, startsAt, endsAt }: Facts,
  member: Whom,
  { cloud, project }: Named,
) => ({
  member: member.name,
  cloud: cloud.name,
  ...(project && { project: project.name }),
  role,
  readOnly,
  ...(startsAt && { startsAt }),
  ...(endsAt && { endsAt }),
})
