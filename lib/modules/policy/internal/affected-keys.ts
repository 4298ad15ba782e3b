import 'server-only'
import type { KeyHolder } from '@/lib/modules/api-keys/api-key-rules'
import { isInRanges } from '@/lib/platform/address-ranges'
import type { ReadDb } from '@/lib/platform/db/doors'
import {
  addressesOfKeys,
  firstKeysTooLong,
  type KeyOfHolder,
  keysLastUsedFrom,
  keysTooLong,
} from '@/lib/platform/db/key-policy'
import { newKeyLimits } from '../policy-rules'
import type { PolicyPlan } from './plan-policy-change'

const NAMED = 50

type Asking = { db: ReadDb; now: Date }

/** The keys that a policy would end sooner, and those whose last use it would refuse. */
export async function affectedKeys(
  { db, now }: Asking,
  { after, fields }: Pick<PolicyPlan, 'after' | 'fields'>,
) {
  const limits = newKeyLimits(fields, after)
  const elsewhere = fields.includes('keyRanges')
    ? await usedElsewhere(db, after.keyRanges, now)
    : none
  if (!limits) return { keys: { ...none, atOnce: 0 }, keysElsewhere: elsewhere }
  const { count, atOnce } = await keysTooLong(db, limits, now, null)
  const first = count > 0 ? await firstKeysTooLong(db, limits, now, NAMED) : []
  const shown = first.map((key) => ({
    ...shownKey(key),
    endsAt: key.endsAt > now ? key.endsAt : null,
  }))
  return { keys: { count, atOnce, first: shown }, keysElsewhere: elsewhere }
}

const none = { count: 0, first: [] }

async function usedElsewhere(db: ReadDb, ranges: readonly string[], now: Date) {
  if (ranges.length === 0) return none
  const addresses = await addressesOfKeys(db, now)
  const refused = addresses.filter((address) => !isInRanges(ranges, address))
  const { count, first } = await keysLastUsedFrom(db, refused, now, NAMED)
  return { count, first: first.map((key) => ({ ...shownKey(key), address: key.address })) }
}

const shownKey = ({ id, name, lastSix, holderId, holderName, kind }: KeyOfHolder) => ({
  ...{ id, name, lastSix },
  holder: { id: holderId, name: holderName, kind: kind as KeyHolder },
})
