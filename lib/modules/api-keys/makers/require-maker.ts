import 'server-only'
import { dueTexts } from '@/lib/domain/terms'
import type { MemberCaller } from '@/lib/kernel/caller'
import type { Self } from '@/lib/kernel/define'
import { requireOpenGate } from '@/lib/kernel/gate'
import { Problem } from '@/lib/kernel/problem'
import { factorDueAt } from '@/lib/modules/policy/policy-rules'
import type { ReadDb } from '@/lib/platform/db/doors'
import { memberTerms } from '@/lib/platform/db/member-terms'
import { shownTexts } from '@/lib/platform/terms/texts'

type Making = { db: ReadDb; caller: MemberCaller; self: Pick<Self, 'id' | 'kind'>; now: Date }

/** A session was asked at the door (lib/kernel/gate.ts); keys in use are not, but a person's make no further ones. */
export async function requireMaker({ db, caller, self, now }: Making): Promise<void> {
  if (caller.kind === 'key' && caller.token) throw madeByToken()
  if (caller.kind !== 'key' || self.kind !== 'person') return
  await requireTermsOfMaker(db, self.id)
  await requireFactorOfMaker(db, self.id, now)
}

// What lives for an hour must not become what lives for months.
const madeByToken = () =>
  new Problem('forbidden', 'An access token makes no API keys. Use a key, or ask an owner.')

/** Refuses whoever lacks the second factor that their organization has demanded for long enough. Service accounts have none. */
async function requireFactorOfMaker(
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
async function requireTermsOfMaker(db: ReadDb, memberId: string): Promise<void> {
  const texts = shownTexts()
  if (texts.length === 0) return
  const rows = await memberTerms(db, memberId)
  const accepted = rows.map(({ document, version }) => `${document} ${version}`)
  if (dueTexts(texts, accepted).length > 0) requireOpenGate({ gate: 'terms' })
}
