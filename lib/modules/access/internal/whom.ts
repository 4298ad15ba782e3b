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

const WHOM = statement(
  `SELECT id, user_id AS "userId", kind, name, email, role, limits, suspended_at AS "suspendedAt" FROM membership
   WHERE ended_at IS NULL AND id = $1`,
)
const BY_USER = statement(
  `SELECT id, user_id AS "userId", kind, name, email, role, limits, suspended_at AS "suspendedAt" FROM membership
   WHERE ended_at IS NULL AND user_id = $1`,
)

/** An open membership of the door's organization, by either of its ids. */
export async function readWhom(db: object, id: string): Promise<Whom> {
  const [row] = await sqlOf(db).rows<Whom>(id.startsWith('usr_') ? BY_USER : WHOM, [id])
  if (!row) throw new Problem('not_found', 'There is no such person in this organization.')
  return row
}

/** Everybody may ask about themselves; about others, who may see their access. */
export function requireMayAsk(self: Self, access: Access, id: string | undefined): void {
  if (id === undefined || id === self.id || id === self.userId) return
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
