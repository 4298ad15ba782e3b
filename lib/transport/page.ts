import 'server-only'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import type { PrefetchedRead } from '@/lib/domain/prefetched-read'
import type { ProblemBody } from '@/lib/domain/problems'
import { wantedOrganization } from '@/lib/domain/return-path'
import type { Gate, SessionCaller } from '@/lib/kernel/caller'
import type { AnyQuery, InputOf, OutputOf } from '@/lib/kernel/define'
import { execute } from '@/lib/kernel/execute'
import { isProblem } from '@/lib/kernel/problem'
import { pageError } from './failure'
import { presentCaller } from './request-context'

type ConsoleQuery = AnyQuery & { scope: 'organization' | 'person' }

/**
 * The signed-in person of this page; others go to sign in, or to what they are asked for first, and come back here. A link
 * that was made for another organization is answered by the page that says so, and shows nothing of this one.
 */
export async function signedIn(): Promise<SessionCaller> {
  const caller = (await presentCaller()) ?? (await toSignIn())
  const to = (await headers()).get('x-url') ?? '/'
  const organizationId = wantedOrganization(to)
  if (organizationId !== null && organizationId !== caller.organizationId) {
    redirect(`/register?${new URLSearchParams({ organizationId, to })}`)
  }
  if (caller.gate) redirect(await andBack(gatePages[caller.gate]))
  return caller
}

/** The same for the pages that a closed gate leads to. */
export const signedInBeforeGate = async (): Promise<SessionCaller> =>
  (await presentCaller()) ?? toSignIn()

/** Where what stands before the console is done. */
const gatePages = {
  terms: '/terms',
  factor_missing: '/account/secure',
  factor_unproven: '/sign-in/second-factor?for=session',
} as const satisfies Record<Gate, string>

const toSignIn = async (): Promise<never> => redirect(await andBack('/sign-in'))

async function andBack(path: string): Promise<string> {
  const wanted = (await headers()).get('x-url')
  if (!wanted || wanted === '/') return path
  return `${path}${path.includes('?') ? '&' : '?'}to=${encodeURIComponent(wanted)}`
}

export type PageRead<T> = { ok: true; data: T } | { ok: false; problem: ProblemBody }

/** A read for a server component. `not_found` shows the 404 page; a refused permission is a value for the 403 page. */
export async function read<Q extends ConsoleQuery>(
  query: Q,
  input: InputOf<Q>,
): Promise<PageRead<OutputOf<Q>>> {
  const caller = await (query.beforeGate ? signedInBeforeGate() : signedIn())
  try {
    return {
      ok: true,
      data: await execute<ConsoleQuery>(query, caller, input),
    }
  } catch (error) {
    if (!isProblem(error) || error.code === 'unavailable') {
      throw pageError(error, caller.origin.requestId)
    }
    if (error.code === 'unauthenticated') return toSignIn()
    if (error.code === 'not_found') notFound()
    if (error.code !== 'forbidden' && error.code !== 'invalid_input') throw error
    return { ok: false, problem: error.body() }
  }
}

/**
 * A read for the browser's query cache (lib/client/query.ts uses the same key), so that it comes with the page: text for
 * `Prefetched`, null when it was refused.
 */
export async function prefetch<Q extends ConsoleQuery>(query: Q, input: InputOf<Q>) {
  const { organizationId } = await (query.beforeGate ? signedInBeforeGate() : signedIn())
  const found = await read(query, input)
  const known = (data: unknown): PrefetchedRead => ({
    key: [organizationId, query.name, input],
    data,
    at: Date.now(),
  })
  return { organizationId, state: found.ok ? JSON.stringify(known(found.data)) : null, found }
}
