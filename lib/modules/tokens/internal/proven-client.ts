import 'server-only'
import type { KeyCaller, MemberCaller } from '@/lib/kernel/caller'
import type { Self } from '@/lib/kernel/define'
import { Problem } from '@/lib/kernel/problem'
import { isInRanges } from '@/lib/platform/address-ranges'
import type { ReadDb, WriteDb } from '@/lib/platform/db/doors'

type Asking = { db: WriteDb; self: Self; caller: MemberCaller; now: Date }

/** What a token is given for, its life, and in how many seconds what it is given for ends. */
type Proven = {
  by: { name: string; via: Via } & Partial<
    Record<'apiKeyId' | 'clientKeyId' | 'trustRuleId', string>
  >
  seconds: number
  since?: number
}
type Via = 'client_secret' | 'private_key_jwt' | 'token_exchange'

/** The account that a client id names, as whatever proved it says: asked again in the transaction that gives the token. */
export async function provenClient(context: Asking, clientId: string): Promise<Proven> {
  const { db, self, caller } = context
  if (caller.kind !== 'key' || caller.token) throw unfit('Prove yourself with a key.')
  await requireClient(context, clientId)
  const account = await db.serviceAccount.findFirst({ where: { id: self.id } })
  const most = account?.tokenSeconds ?? 900
  if (caller.keyId.startsWith('ck_')) return byClientKey(context, caller, most)
  if (caller.keyId.startsWith('tr_')) return byRule(context, caller, most)
  return byApiKey(context, caller, most)
}

type Client = { db: Pick<ReadDb, 'organizationPolicy'>; self: Self; caller: MemberCaller }

/** Throws unless whoever asks is the service account that the client id names, and asks from where its organization lets programs in. */
export async function requireClient({ db, self, caller }: Client, clientId: string): Promise<void> {
  if (self.kind !== 'service_account') throw unfit('Access tokens are for service accounts.')
  if (clientId !== self.id && clientId !== self.userId) throw unknown()
  // A key was asked at its door; what came with an assertion, or another issuer's word, is asked here.
  const policy = await db.organizationPolicy.findFirst({ select: { keyRanges: true } })
  if (isInRanges(policy?.keyRanges ?? [], caller.origin.address)) return
  throw refused('This organization lets programs in from certain addresses only.')
}

async function byApiKey({ db, now, self }: Asking, { keyId }: KeyCaller, most: number) {
  const key = await db.apiKey.findFirst({ where: { id: keyId, membershipId: self.id } })
  if (!key) throw unknown()
  const since = key.expiresAt && Math.floor((key.expiresAt.getTime() - now.getTime()) / 1_000)
  const by = { name: key.name, via: 'client_secret' as const, apiKeyId: keyId }
  return { by, seconds: most, ...(since !== null && { since: Math.max(1, since) }) }
}

async function byClientKey(context: Asking, caller: KeyCaller, most: number): Promise<Proven> {
  const { db, self, now } = context
  const where = { id: caller.keyId, membershipId: self.id }
  const [key] = await db.clientKey.updateManyAndReturn({ where, data: { lastUsedAt: now } })
  if (!key) throw unknown()
  const by = { name: key.name, via: 'private_key_jwt' as const, clientKeyId: key.id }
  return { by, seconds: most }
}

async function byRule(context: Asking, caller: KeyCaller, most: number): Promise<Proven> {
  const { db, self, now } = context
  const where = { id: caller.keyId, membershipId: self.id, enabled: true }
  const [rule] = await db.trustRule.updateManyAndReturn({ where, data: { lastUsedAt: now } })
  if (!rule) throw unknown()
  const by = { name: rule.name, via: 'token_exchange' as const, trustRuleId: rule.id }
  return { by, seconds: Math.min(rule.seconds, most) }
}

/** Whatever its role may: no client of this kind. */
const unfit = (detail: string) => new Problem('conflict', detail)
const refused = (detail: string) => new Problem('forbidden', detail)
// One text for whatever is not as it should be.
const unknown = () => new Problem('unauthenticated', 'The client is not known, or not proven.')
