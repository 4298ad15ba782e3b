import 'server-only'
import { type Access, decide } from '@/lib/domain/decide'
import type { OrganizationLimit, OrganizationRole } from '@/lib/domain/roles'
import type { Self } from '@/lib/kernel/define'
import { Problem } from '@/lib/kernel/problem'
import { sqlOf, statement } from '@/lib/platform/db/sql'

/** A member that is asked about. Whoever is suspended holds nothing until they are restored. */
export type Whom = {
  id: string
  userId: string
  kind: string
  name: string
  email: string
  role: OrganizationRole
  limits: OrganizationLimit[]
  suspendedAt: Date | null
}

const by = (column: string) =>
  statement(
    `SELECT id, user_id AS "userId", kind, name, email, role, limits, suspended_at AS "suspendedAt" FROM membership
     WHERE ended_at IS NULL AND ${column} = $1`,
  )
const BY = { id: by('id'), user: by('user_id'), email: by('email') }

/** An open membership of the door's organization, by either of its ids, or by its address. */
export async function readWhom(db: object, id: string): Promise<Whom> {
  const statement = id.startsWith('usr_') ? BY.user : id.includes('@') ? BY.email : BY.id
  const [row] = await sqlOf(db).rows<Whom>(statement, [id.includes('@') ? id.toLowerCase() : id])
  if (!row) throw new Problem('not_found', 'There is no such person in this organization.')
  return row
}

/** Whoever asks, by any of their names. */
export const isSelf = ({ id, userId, email }: Self, asked: string | null) =>
  asked === id || asked === userId || asked?.toLowerCase() === email

/** Everybody may ask about themselves; about others, who may see their access. */
export function requireMayAsk(self: Self, access: Access, id: string | undefined): void {
  if (id === undefined || isSelf(self, id)) return
  const decision = decide(access, 'access.read_others')
  if (!decision.allowed) throw new Problem('forbidden', decision.reason)
}

/** What they hold on the way to something, for `decide`. */
export const accessOf = (
  { role, limits, suspendedAt }: { role: string; limits: string[]; suspendedAt: Date | null },
  chain: Access['chain'] | null,
): Access => ({
  organizationRole: suspendedAt ? null : (role as OrganizationRole),
  limits: limits as OrganizationLimit[],
  ...(chain && { chain }),
})
