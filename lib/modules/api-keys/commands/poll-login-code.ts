import 'server-only'
import { z } from 'zod'
import { isLoginCode, storedLoginCode } from '@/lib/domain/login-code'
import { defineCommand, unchanged } from '@/lib/kernel/define'
import { StoredCeiling } from '../api-key'
import { loginCodeState } from '../login-code-rules'

/** By whose word it was allowed. A session or a key, whichever they had. */
const allowed = z.object({
  state: z.literal('allowed'),
  organizationId: z.string(),
  membershipId: z.string(),
  sessionId: z.string().nullable(),
  keyId: z.string().nullable(),
  ceiling: z.unknown().pipe(StoredCeiling.nullable()),
})

/**
 * Says whether a login was allowed, and changes nothing: the key is made by `api_key.collect_login`, as whoever allowed it. Unknown,
 * expired, used and open codes are all alike, and the half that stands in the address of the page counts for none.
 */
export const pollLoginCode = defineCommand({
  name: 'login_code.poll',
  summary: 'Ask whether a login was allowed',
  scope: 'public',
  event: 'api_key.created',
  rateLimit: { limit: 'login_poll' },
  input: z.object({ code: z.string().max(200) }),
  output: z.discriminatedUnion('state', [
    allowed,
    z.object({ state: z.enum(['waiting', 'refused']) }),
  ]),
  async run({ db, now }, { code }) {
    const codeHash = isLoginCode(code) ? await storedLoginCode(code) : null
    const row = codeHash === null ? null : await db.loginCode.findUnique({ where: { codeHash } })
    const state = loginCodeState(row, now)
    if (state === 'refused') return unchanged({ state })
    if (state !== 'allowed' || !row?.organizationId || !row.membershipId) {
      return unchanged({ state: 'waiting' as const })
    }
    const { organizationId, membershipId, sessionId, keyId, ceiling } = row
    return unchanged({ state, organizationId, membershipId, sessionId, keyId, ceiling })
  },
})
