import 'server-only'
import { dueTexts } from '@/lib/domain/terms'
import { requireOpenGate } from '@/lib/kernel/gate'
import { Problem } from '@/lib/kernel/problem'
import { factorDueAt } from '@/lib/modules/policy/policy-rules'
import type { ReadDb } from '@/lib/platform/db/doors'
import { memberTerms } from '@/lib/platform/db/member-terms'
import { shownTexts } from '@/lib/platform/terms/texts'

/** Refuses whoever lacks the second factor that their organization has demanded for long enough. Service accounts have none. */
export async function requireFactorOfMaker(
  db: Pick<ReadDb, 'organizationPolicy' | 'membership'>,
  memberId: string,
  now: Date,
): Promise<void> {
  const policy = await db.organizationPolicy.findFirst()
  if (!policy?.secondFactorRequired) return
  const maker = await db.membership.findFirstOrThrow({ where: { id: memberId } })
  if (maker.kind !== 'person' || maker.secondFactor) return
  const dueAt = factorDueAt(policy, maker.createdAt)
  if (!dueAt || now < dueAt) return
  throw new Problem(
    'second_factor_required',
    'Your organization asks for a second factor. Set one up in the console first. Nothing was changed.',
  )
}

/** Refuses whoever has not accepted the terms of this installation. */
export async function requireTermsOfMaker(db: ReadDb, memberId: string): Promise<void> {
  const texts = shownTexts()
  if (texts.length === 0) return
  const rows = await memberTerms(db, memberId)
  const accepted = rows.map(({ document, version }) => `${document} ${version}`)
  if (dueTexts(texts, accepted).length > 0) requireOpenGate({ gate: 'terms' })
}
