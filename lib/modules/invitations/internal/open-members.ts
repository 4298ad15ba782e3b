import 'server-only'
import type { ReadDb, WriteDb } from '@/lib/platform/db/doors'

/** Which of these addresses belong to open memberships. */
export async function openMembersAmong(
  db: Pick<ReadDb, 'membership'> | Pick<WriteDb, 'membership'>,
  emails: string[],
): Promise<Set<string>> {
  const rows = await (db as Pick<ReadDb, 'membership'>).membership.findMany({
    where: { email: { in: emails }, endedAt: null },
    select: { email: true },
  })
  return new Set(rows.map(({ email }) => email))
}
