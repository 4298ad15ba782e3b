import 'server-only'
import { Problem } from '@/lib/kernel/problem'
import type { ReadDb } from '@/lib/platform/db/doors'

const DAY = 86_400_000 // ms

/** Refuses whoever lacks the second factor that their organization has demanded for long enough. Service accounts have none. */
export async function requireFactorOfMaker(
  db: Pick<ReadDb, 'organizationPolicy' | 'membership'>,
  memberId: string,
  now: Date,
): Promise<void> {
  const policy = await db.organizationPolicy.findFirst()
  if (!policy?.secondFactorRequired || !policy.secondFactorSince) return
  const maker = await db.membership.findFirstOrThrow({ where: { id: memberId } })
  if (maker.kind !== 'person' || maker.secondFactor) return
  const since = Math.max(policy.secondFactorSince.getTime(), maker.createdAt.getTime())
  if (now.getTime() < since + policy.secondFactorGraceDays * DAY) return
  throw new Problem(
    'second_factor_required',
    'Your organization asks for a second factor. Set one up in the console first. Nothing was changed.',
  )
}
