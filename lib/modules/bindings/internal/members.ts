import 'server-only'
import { Problem } from '@/lib/kernel/problem'
import type { ReadDb } from '@/lib/platform/db/doors'
import type { Whose } from '../binding'

type Db = Pick<ReadDb, 'membership'>

export const columns = {
  id: true,
  userId: true,
  kind: true,
  name: true,
  email: true,
  role: true,
  suspendedAt: true,
} as const
export type MemberRow = {
  id: string
  userId: string
  kind: string
  name: string
  email: string
  role: string
  suspendedAt: Date | null
}

/** The open memberships that are named, by whichever way each of them is. */
export async function membersNamed(db: Db, named: readonly Whose[]) {
  const of = (key: keyof Whose) => named.flatMap((one) => one[key] ?? [])
  const rows: MemberRow[] = await db.membership.findMany({
    where: {
      endedAt: null,
      OR: [
        { id: { in: of('memberId') } },
        { userId: { in: of('userId') } },
        { email: { in: of('email') } },
      ],
    },
    select: columns,
  })
  return ({ memberId, userId, email }: Whose) =>
    rows.find((row) => row.id === memberId || row.userId === userId || row.email === email) ?? null
}

export async function memberNamed(db: Db, named: Whose): Promise<MemberRow> {
  const member = (await membersNamed(db, [named]))(named)
  if (!member) throw noSuchMember()
  return member
}

export const noSuchMember = () =>
  new Problem('not_found', 'There is no such member in this organization.')

export const holderOf = ({ suspendedAt, ...member }: MemberRow) => ({
  ...member,
  suspended: suspendedAt !== null,
})
