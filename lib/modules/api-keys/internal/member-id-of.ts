import 'server-only'
import type { ReadDb } from '@/lib/platform/db/doors'

/** The identity id of a member who is named by that or by their user id; an unknown one has no keys. */
export async function memberIdOf(db: Pick<ReadDb, 'membership'>, id: string): Promise<string> {
  if (!id.startsWith('usr_')) return id
  const found = await db.membership.findFirst({ where: { userId: id }, select: { id: true } })
  return found?.id ?? id
}
