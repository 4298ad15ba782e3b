import 'server-only'
import { z } from 'zod'
import type { Ceiling } from '@/lib/domain/ceiling'
import { idOf } from '@/lib/domain/schemas'
import { changed, defineCommand } from '@/lib/kernel/define'
import { Problem } from '@/lib/kernel/problem'
import { noticeTo } from '@/lib/platform/mail/notice-to'
import { ApiKey, keyFacts, keySubject, lifeOf, liveKeys, newApiKey } from '../api-key'
import { keyLifetime, lifetimeFaults, overlap } from '../api-key-rules'
import { requireWithinOwn } from '../internal/ceiling-given'
import { requireKey } from '../internal/holders'
import { lifeOfNew } from '../internal/key-life'
import { requireMaker } from '../makers/require-maker'

/** A new key in the place of one's own, or of a service account's for owners: its name, its ceiling, both for a while. */
export const rotateApiKey = defineCommand({
  name: 'api_key.rotate',
  summary: 'Replace an API key; the old one works on for a while',
  scope: 'organization',
  permission: 'api_key.create_own',
  event: 'api_key.rotated',
  lock: 'organization', // each key is replaced once
  fresh: true,
  input: z.object({
    keyId: idOf('key'),
    overlapSeconds: z
      .int()
      .min(0)
      .max(overlap.maximum, 'The old key works on for at most 30 days.')
      .default(overlap.default)
      .describe(
        'How long the old one works on, but never longer than it would have. 0: no longer.',
      ),
    seconds: z
      .int(lifetimeFaults.whole)
      .min(keyLifetime.minimum, lifetimeFaults.short)
      .nullish()
      .describe('Absent: as long as the old one was made for, and the policy allows.'),
  }),
  /** `key` is a secret: shown once, stored nowhere. */
  output: z.object({ key: z.string(), apiKey: ApiKey, old: ApiKey }),
  async run(context, { keyId, overlapSeconds, seconds: wanted }) {
    const { db, self, now, organizationId } = context
    await requireMaker(context)
    const { membership, ...old } = await requireKey(context, keyId, 'api_key.create_for_account')
    if (old.membershipId !== self.id && membership.kind === 'person') throw othersOwn
    if (old.revokedAt || (old.expiresAt && old.expiresAt <= now)) throw endedBefore
    const next = await db.apiKey.findFirst({ where: { replacesId: keyId, ...liveKeys(now) } })
    if (next) throw replacedBefore
    const ceiling = old.ceiling as Ceiling | null
    await requireWithinOwn(context, ceiling)
    const asked = wanted === undefined ? lifeOf(old) : wanted
    const life = await lifeOfNew(db, {
      kind: membership.kind,
      seconds: asked,
      clip: wanted === undefined,
    })
    const { key, row } = await newApiKey({
      ...{ membershipId: membership.id, kind: membership.kind, name: old.name, now, ceiling },
      ...{ madeById: self.id, source: 'rotation', replacesId: keyId },
      seconds: life.seconds,
      asked: wanted === undefined ? null : life.asked,
    })
    const apiKey = await db.apiKey.create({ data: row })
    const until = new Date(now.getTime() + overlapSeconds * 1_000)
    const ending =
      overlapSeconds === 0
        ? { revokedAt: now }
        : { expiresAt: old.expiresAt && old.expiresAt < until ? old.expiresAt : until }
    // A revocation does not wait for the lock: what it ended meanwhile has no successor.
    const { count } = await db.apiKey.updateMany({
      where: { id: keyId, revokedAt: null },
      data: ending,
    })
    if (count === 0) throw endedBefore
    if (membership.kind === 'person') {
      const { name: organizationName } = await db.organization.findFirstOrThrow()
      await noticeTo(
        context,
        { id: self.id, email: self.email, organizationId },
        { kind: 'key_made', name: row.name, organizationName },
      )
    }
    const oldEndsAt = 'revokedAt' in ending ? now : ending.expiresAt
    return changed(
      { key, apiKey, old: { ...old, ...ending } },
      {
        subject: keySubject(row, membership),
        before: keyFacts(old, membership),
        after: { ...keyFacts(row, membership), replaces: keyId, oldEndsAt },
      },
    )
  },
})

const othersOwn = new Problem('not_found', 'You have no such API key.')
const endedBefore = new Problem('conflict', 'This key has ended. Make a new one.')
const replacedBefore = new Problem(
  'conflict',
  'A newer key has its place already. Rotate that one.',
)
