import { consoleQuery } from '@/lib/client/query'
import type { ApiKey } from '@/lib/modules/api-keys/api-key'
import type { createApiKeyAction } from '@/lib/transport/actions/api-keys'

export const ownKeysQuery = (organizationId: string) =>
  consoleQuery<{ rows: ApiKey[] }>(organizationId, 'api_key.list_own')

type Answer = Awaited<ReturnType<typeof createApiKeyAction>>
/** A new key with its secret, which is nowhere else and gone with the dialog. */
export type NewKey = Extract<Answer, { ok: true }>['data']

const DAY = 86_400_000 // ms
/** Under this many days a key of at most 30 asks for a look. */
const SOON = 7

export const endsSoon = (expiresAt: string, now: number) =>
  Date.parse(expiresAt) - now <= SOON * DAY

/** Whole days until then, rounded; at least 0. */
export const daysUntil = (at: string, now: number) =>
  Math.max(0, Math.round((Date.parse(at) - now) / DAY))
