import { csvLine } from '@/lib/domain/csv'
import { type Member, type MemberState, memberStates } from './member'

/** Times as ISO 8601 has them, words as the API has them: what reads the file need not know a language. */
const cells = {
  name: ({ name }) => name,
  email: ({ email }) => email,
  role: ({ role }) => role,
  state: (member) => stateOf(member),
  source: ({ source }) => source,
  second_factor: ({ kind, secondFactor }) =>
    kind === 'person' ? (secondFactor ? 'on' : 'off') : '',
  joined: ({ createdAt }) => createdAt,
  last_active: ({ lastActiveAt }) => lastActiveAt ?? '',
  user_id: ({ userId }) => userId,
  identity_id: ({ id }) => id,
  kind: ({ kind }) => kind,
} as const satisfies Record<string, (member: Member) => string>

export type MemberColumn = keyof typeof cells
export const memberColumnNames = Object.keys(cells) as [MemberColumn, ...MemberColumn[]]

function stateOf({ endedAt, suspendedAt, lastActiveAt }: Member): MemberState {
  const [active, never, suspended, removed] = memberStates
  if (endedAt) return removed
  if (suspendedAt) return suspended
  return lastActiveAt ? active : never
}

export const headerLine = (columns: readonly MemberColumn[]) => csvLine(columns)

export const memberLine = (member: Member, columns: readonly MemberColumn[]) =>
  csvLine(columns.map((column) => cells[column](member)))
