import 'server-only'
import { isolated } from '@/lib/domain/isolated'
import { parseName } from '@/lib/domain/person-name'
import { invalidInput } from '@/lib/kernel/problem'
import type { ReadDb } from '@/lib/platform/db/doors'
import { liveKeys } from '../api-key'
import { DAY_SECONDS, type KeyHolder, lifeGiven, noKeyPolicy, presetDays } from '../api-key-rules'

/** What the owners demand of keys. */
export async function keyPolicy(db: Pick<ReadDb, 'organizationPolicy'>) {
  const select = { personKeyDays: true, accountKeyDays: true, keysMustEnd: true, keyRanges: true }
  return (await db.organizationPolicy.findFirst({ select })) ?? noKeyPolicy
}

type Asked = { kind: string; seconds: number | null | undefined; clip: boolean }

/** How long a new key lives, by the policy. */
export async function lifeOfNew(
  db: Pick<ReadDb, 'organizationPolicy'>,
  { kind, seconds, clip }: Asked,
): Promise<{ seconds: number | null; asked: number | null }> {
  const policy = await keyPolicy(db)
  const holder = kind as KeyHolder
  const wanted = seconds === undefined ? presetDays(holder, policy) * DAY_SECONDS : seconds
  const life = lifeGiven({ kind: holder, policy, seconds: wanted, clip })
  if (!life.ok) throw invalidInput([{ pointer: '#/seconds', detail: life.fault }])
  return life
}

/** A key's name as it is kept; blank: none. */
export function keyName(text: string): string {
  if (text.trim() === '') return ''
  const parsed = parseName(text)
  if (!parsed.ok) throw invalidInput([{ pointer: '#/name', detail: parsed.fault }])
  return parsed.name
}

type Named = { membershipId: string; name: string }

/** One live key of a name: programs and people tell them apart by it. */
export async function requireNewName(
  db: Pick<ReadDb, 'apiKey'>,
  { membershipId, name }: Named,
  now: Date,
): Promise<void> {
  const taken = await db.apiKey.findFirst({
    where: { membershipId, name, ...liveKeys(now) },
    select: { id: true },
  })
  if (!taken) return
  const detail = `There is a key named ${isolated(name)} already. Choose another name.`
  throw invalidInput([{ pointer: '#/name', detail }])
}
