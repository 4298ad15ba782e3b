import 'server-only'
import type { SessionCaller } from '@/lib/kernel/caller'
import type { IdentityDb } from '@/lib/platform/db/doors'

const LIFETIME = 5 * 60_000 // ms

/** One that was begun to make a passkey serves for nothing else. */
type Purpose = 'register' | 'confirm'

const ofCaller = ({ organizationId, sessionId: id }: SessionCaller) => ({
  organizationId,
  id,
  endedAt: null,
})

/** Keeps what a passkey is asked to sign in this session; an earlier one ends. */
export async function keepChallenge(
  db: IdentityDb,
  caller: SessionCaller,
  { purpose, challenge, now }: { purpose: Purpose; challenge: string; now: Date },
): Promise<void> {
  await db.session.updateMany({
    where: ofCaller(caller),
    data: {
      challenge: `${purpose} ${challenge}`,
      challengeExpiresAt: new Date(now.getTime() + LIFETIME),
    },
  })
}

/** Takes it back, once; null when there is none for this purpose. */
export async function takeChallenge(
  db: IdentityDb,
  caller: SessionCaller,
  purpose: Purpose,
  now: Date,
): Promise<string | null> {
  const live = { ...ofCaller(caller), challengeExpiresAt: { gt: now } }
  const kept = (await db.session.findFirst({ where: live, select: { challenge: true } }))?.challenge
  if (!kept?.startsWith(`${purpose} `)) return null
  const { count } = await db.session.updateMany({
    where: { ...live, challenge: kept },
    data: { challenge: null, challengeExpiresAt: null },
  })
  return count === 1 ? kept.slice(purpose.length + 1) : null
}
