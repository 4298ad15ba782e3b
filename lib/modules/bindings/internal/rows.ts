import 'server-only'
import type { StoredOrigin } from '@/lib/domain/roles'
import type { Happened, More } from '@/lib/kernel/define'

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
