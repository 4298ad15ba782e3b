import type { InvitationPreview } from '@/components/invitations/preview'
import { isOutside, outsideSentence } from '@/lib/domain/invitation-domains'
import type { OrganizationRole } from '@/lib/domain/roles'
import type { FileRow } from './people-file'

/** What would happen to a row, in the order in which the groups stand. */
export const groups = [
  'new',
  'invited',
  'member',
  'outside',
  'limited',
  'faulty',
  'double',
] as const
export type Group = (typeof groups)[number]

export type PlannedRow = {
  line: number
  /** The address, or what stands in its place. */
  shown: string
  role: OrganizationRole
  group: Group
  /** Why it is left out, as a sentence. */
  note?: string
  /** To be sent by this import. */
  send: boolean
}

export type Choice = {
  /** The roles that the file names, instead of collaborator for all. */
  rolesOfFile: boolean
  /** A new link for those who are invited already. */
  again: boolean
}

/** The addresses to ask the server about, each once. */
export const askedOf = (rows: readonly FileRow[], choice: Choice): string[] => [
  ...new Set(
    rows.flatMap((row) => (row.email && !(choice.rolesOfFile && row.roleFault) ? row.email : [])),
  ),
]

/** The dry run: each row of the file with its group. */
export function planOf(
  rows: readonly FileRow[],
  preview: InvitationPreview,
  { rolesOfFile, again }: Choice,
): PlannedRow[] {
  const members = new Set(preview.members)
  const invited = new Set(preview.invited.map(({ email }) => email))
  const limited = new Map(preview.limited.map(({ email, reason }) => [email, reason]))
  const firstLine = new Map<string, number>()
  return rows.map((row): PlannedRow => {
    const role = (rolesOfFile && row.role) || 'collaborator'
    const of = (group: Group, note?: string, send = false): PlannedRow => ({
      line: row.line,
      shown: row.email ?? row.given,
      role,
      group,
      ...(note && { note }),
      send,
    })
    if (row.fault !== undefined) return of('faulty', row.fault)
    if (rolesOfFile && row.roleFault) return of('faulty', row.roleFault)
    const { email } = row
    const before = firstLine.get(email)
    if (before !== undefined) return of('double', `The same address as on line ${before}.`)
    firstLine.set(email, row.line)
    if (members.has(email)) return of('member')
    if (isOutside(email, preview.domains)) {
      return of('outside', outsideSentence(email, preview.domains))
    }
    const reason = limited.get(email)
    if (reason) return of('limited', reason)
    if (invited.has(email)) return of('invited', undefined, again)
    return of('new', undefined, true)
  })
}

export const countsOf = (plan: readonly PlannedRow[]) => {
  const counts = Object.fromEntries(groups.map((group) => [group, 0])) as Record<Group, number>
  for (const { group } of plan) counts[group]++
  return counts
}

/** What goes out, by role: one call of the server has one. */
export const sendsOf = (plan: readonly PlannedRow[]) =>
  plan.filter(({ send }) => send).map(({ line, shown, role }) => ({ line, email: shown, role }))

/** The owners among the rows that have an address: what "as the file says" would mean. */
export const ownersIn = (rows: readonly FileRow[]) =>
  new Set(rows.flatMap(({ email, role }) => (email && role === 'owner' ? email : []))).size
