import 'server-only'
import { enterTenant } from '@/lib/platform/db/doors'
import type { Entered } from '@/lib/platform/db/entrance'
import { admitted, comesFromElsewhere, entranceOf, holderOf } from './access'
import type { KeyCaller, PresentedKey } from './caller'
import { recordDenial, refusedAddress } from './denials'
import { asProblem } from './unavailable'

/** The holder of a key, asked for without a use case. Where it may not come from is written down. */
export async function proveKey(key: PresentedKey): Promise<KeyCaller> {
  let known: Entered | null = null
  const entering = { by: entranceOf(key), readOnly: true, lock: false }
  try {
    return await enterTenant(entering, async (_, entered) => {
      known = entered
      admitted(key, entered)
      return key.proven as KeyCaller
    })
  } catch (error) {
    const entered = known as Entered | null
    if (entered && comesFromElsewhere(key, entered)) {
      const denial = refusedAddress(holderOf(key, entered), entered)
      await recordDenial(denial, key.origin, new Date())
    }
    throw asProblem(error)
  }
}
