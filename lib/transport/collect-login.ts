import 'server-only'
import type { MemberCaller, Origin } from '@/lib/kernel/caller'
import type { OutputOf } from '@/lib/kernel/define'
import { execute } from '@/lib/kernel/execute'
import { gateOf } from '@/lib/kernel/gate'
import { isProblem } from '@/lib/kernel/problem'
import { collectLogin } from '@/lib/modules/api-keys/commands/collect-login'
import type { pollLoginCode } from '@/lib/modules/api-keys/commands/poll-login-code'
import { findSessionHolder } from '@/lib/platform/db/lookups'
import { shownTexts } from '@/lib/platform/terms/texts'

type Allowed = Extract<OutputOf<typeof pollLoginCode>, { state: 'allowed' }>

/**
 * The key of a login that was allowed, made by the word of whoever did, as they are now: removed, suspended, signed out, behind a gate
 * or without the permission, they give none, and the program is told no more than while it waits. Null: no key.
 */
export async function collectKey(code: string, allowed: Allowed, origin: Origin) {
  const caller = await approverOf(allowed, origin)
  if (!caller) return null
  try {
    return (await execute(collectLogin, caller, { code })).key
  } catch (error) {
    if (isProblem(error) && error.code !== 'unavailable' && error.code !== 'internal') return null
    throw error
  }
}

async function approverOf(allowed: Allowed, origin: Origin): Promise<MemberCaller | null> {
  const { organizationId, membershipId, sessionId, keyId, ceiling } = allowed
  const via = { organizationId, membershipId, origin }
  if (keyId !== null) return { kind: 'key', ...via, keyId, ...(ceiling && { ceiling }) }
  const holder = sessionId === null ? null : await findSessionHolder(sessionId)
  if (holder?.membership_id !== membershipId) return null
  const { session_id, person_id: personId } = holder
  const gate = gateOf(holder, shownTexts(), new Date())
  return { kind: 'session', ...via, sessionId: session_id, personId, gate }
}
