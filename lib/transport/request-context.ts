import 'server-only'
import { headers } from 'next/headers'
import { cache } from 'react'
import { newId } from '@/lib/domain/id'
import type { Origin, SessionCaller, SystemCaller } from '@/lib/kernel/caller'
import { gateOf } from '@/lib/kernel/gate'
import { isProblem } from '@/lib/kernel/problem'
import { asProblem } from '@/lib/kernel/unavailable'
import { touchSession } from '@/lib/platform/activity/activity'
import { readSessionId } from '@/lib/platform/auth/session-id'
import { findSessionHolder } from '@/lib/platform/db/lookups'
import { shownTexts } from '@/lib/platform/terms/texts'
import { pageError } from './failure'

/** Where the present page, action or read came from. The listener wrote these headers over the client's own. */
export const presentOrigin = cache(async (): Promise<Origin> => {
  const list = await headers()
  return {
    requestId: list.get('x-request-id') ?? newId('req'),
    address: list.get('x-client-address'),
    userAgent: list.get('user-agent')?.slice(0, 400) ?? null,
  }
})

/** The signed-in person, looked up once per request; null when nobody is. */
export const presentCaller = cache(async (): Promise<SessionCaller | null> => {
  const sessionId = await readSessionId((await headers()).get('cookie') ?? '')
  const holder = sessionId === null ? null : await holderOf(sessionId)
  if (!holder) return null
  const now = new Date()
  touchSession(holder.organization_id, holder.session_id, holder.membership_id, now)
  return {
    kind: 'session',
    organizationId: holder.organization_id,
    membershipId: holder.membership_id,
    sessionId: holder.session_id,
    personId: holder.person_id,
    authenticatedAt: holder.authenticated_at,
    gate: gateOf(holder, shownTexts(), now),
    origin: await presentOrigin(),
  }
})

const holderOf = (sessionId: string) =>
  findSessionHolder(sessionId).catch(async (error) => {
    const { requestId } = await presentOrigin()
    throw isProblem(asProblem(error)) ? pageError(error, requestId) : error
  })

/** The program itself, on behalf of nobody: set-up only. */
export const systemCaller = async (label: string): Promise<SystemCaller> => ({
  kind: 'system',
  label,
  origin: await presentOrigin(),
})
