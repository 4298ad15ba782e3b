import { isolated } from '@/lib/domain/isolated'
import type { Denial } from '@/lib/domain/problems'

/** Passkeys and apps of one person; nobody needs more, and each is tried at a sign-in. */
export const MOST_FACTORS = 20

type Left = {
  /** Factors that would be left. */
  others: number
  /** An organization of the person that demands a second factor. */
  requiredBy: string | null
  /** Whether they could still sign in at all. */
  otherWayIn: boolean
  /** An organization of the person that its policy would close to them. */
  closed: string | null
}

/** Whether one's own factor may be removed now. */
export function removeFactorDenial({
  others,
  requiredBy,
  otherWayIn,
  closed,
}: Left): Denial | null {
  if (others === 0 && requiredBy !== null) {
    const detail = `${isolated(requiredBy)} asks for a second factor, and this is your last one. Add another one first.`
    return { code: 'conflict', detail }
  }
  if (!otherWayIn) {
    return {
      code: 'conflict',
      detail: 'You have no password, so this is your only way to sign in. Set a password first.',
    }
  }
  if (closed !== null) {
    const detail = `Nothing but a passkey of yours leads into ${isolated(closed)}, and this is your last one. Add another one first.`
    return { code: 'conflict', detail }
  }
  return null
}

export const addFactorDenial = (present: number): Denial | null =>
  present < MOST_FACTORS
    ? null
    : {
        code: 'conflict',
        detail: `You have ${MOST_FACTORS} passkeys and apps. Remove one that you don’t use first.`,
      }
