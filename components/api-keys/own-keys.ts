import type { ApiKey } from '@/lib/modules/api-keys/api-key'
import type { createApiKeyAction } from '@/lib/transport/actions/api-keys'

type Answer = Awaited<ReturnType<typeof createApiKeyAction>>
/** A new key with its secret, which is nowhere else and gone with the dialog. */
export type NewKey = Extract<Answer, { ok: true }>['data'] & { old?: ApiKey }

const DAY = 86_400_000 // ms
/** From so many days before its end on, a key asks for a look. */
const SOON = 14

export const endsSoon = (expiresAt: string, now: number) =>
  Date.parse(expiresAt) - now <= SOON * DAY

/** Whole days until then, rounded; at least 0. */
export const daysUntil = (at: string, now: number) =>
  Math.max(0, Math.round((Date.parse(at) - now) / DAY))
