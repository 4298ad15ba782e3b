import 'server-only'
import type { KeyCaller } from '@/lib/kernel/caller'
import { invalidInput, Problem } from '@/lib/kernel/problem'
import { sha256 } from '@/lib/platform/crypto/hash'
import { inTenant } from '@/lib/platform/db/doors'

const DAY = 86_400_000 // ms
const ABANDONED = 60_000 // ms: a process that died in between does not block the key for a day
type Kept = { status: number; body: unknown }

/**
 * Runs a create once per Idempotency-Key of a caller, route and what it is told, for 24 h; a repeat gets the kept answer.
 * Secrets are not kept, so a repeat lacks them.
 */
export async function onceOnly(
  request: { caller: KeyCaller; route: string; key: string; said: string },
  run: () => Promise<{ answer: Kept; kept: Kept }>,
): Promise<Kept> {
  const { caller, route, said } = request
  if (!/^[\x21-\x7e]{1,200}$/.test(request.key)) {
    throw invalidInput([
      { pointer: '#', detail: 'Idempotency-Key is 1 to 200 printable characters.' },
    ])
  }
  const { organizationId, membershipId, ceiling } = caller
  // A key that may less is no repeat of one that may more: what that was answered is not read by it.
  const whose = ceiling ? `${membershipId} ${JSON.stringify(ceiling)}` : membershipId
  const key = sha256(`${whose}\n${route}\n${request.key}`)
  const earlier = await claim(organizationId, key, sha256(said))
  if (earlier) return earlier
  try {
    const { answer, kept } = await run()
    await settle(organizationId, key, kept)
    return answer
  } catch (error) {
    await inTenant(organizationId, (db) => db.idempotencyKey.deleteMany({ where: { key } }))
    throw error
  }
}

const claim = (organizationId: string, key: string, bodyHash: string): Promise<Kept | null> =>
  inTenant(organizationId, async (db) => {
    const now = Date.now()
    await db.idempotencyKey.deleteMany({
      where: {
        key,
        OR: [
          { createdAt: { lt: new Date(now - DAY) } },
          { status: null, createdAt: { lt: new Date(now - ABANDONED) } },
        ],
      },
    })
    const { count } = await db.idempotencyKey.createMany({
      data: { key, bodyHash, createdAt: new Date(now) },
      skipDuplicates: true,
    })
    if (count === 1) return null
    const known = await db.idempotencyKey.findFirst({ where: { key } })
    if (known?.bodyHash !== bodyHash) {
      throw new Problem(
        'conflict',
        'This Idempotency-Key was used for something else. Use a new one.',
      )
    }
    if (known.status === null) {
      throw new Problem('conflict', 'The first request with this Idempotency-Key is still running.')
    }
    return { status: known.status, body: known.response }
  })

const settle = (organizationId: string, key: string, { status, body }: Kept) =>
  inTenant(organizationId, (db) =>
    db.idempotencyKey.updateMany({ where: { key }, data: { status, response: body as object } }),
  )
