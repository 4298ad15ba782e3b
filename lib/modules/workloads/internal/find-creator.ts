import 'server-only'
import type { Access } from '@/lib/domain/decide'
import { decide, tierOnCloud } from '@/lib/domain/decide'
import { invalidInput } from '@/lib/kernel/problem'
import type { WriteDb } from '@/lib/platform/db/doors'
import type { Target } from '@/lib/platform/db/targets'

type Asking = { db: WriteDb; self: { id: string }; access: Access; target: Target }

/**
 * Whose workload it is, by id or address. Whoever may not see the people of the organization names themselves or people whose
 * role in the project (owners of the cloud: on the cloud) they may see: anybody else is as unknown as nobody.
 */
export async function findCreator({ db, self, access, target }: Asking, creator: string) {
  const wanted = creator.trim()
  const member = await db.membership.findFirst({
    where: {
      OR: [{ id: wanted }, { userId: wanted }, { email: wanted.toLowerCase(), endedAt: null }],
    },
    select: { id: true },
  })
  if (member && (member.id === self.id || decide(access, 'member.list').allowed)) return member.id
  if (member && (await isSeen(db, member.id))) return member.id
  throw invalidInput([{ pointer: '#/creator', detail: 'There is nobody like that here.' }])

  async function isSeen(db: WriteDb, membershipId: string) {
    const place =
      tierOnCloud(access) === 'owner'
        ? { cloudId: target.cloud.id }
        : { projectId: target.project?.id }
    return (await db.roleBinding.findFirst({ where: { membershipId, ...place } })) !== null
  }
}
