import 'server-only'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import type { PrefetchedRead } from '@/lib/domain/prefetched-read'
import type { ProblemBody } from '@/lib/domain/problems'
import type { SessionCaller } from '@/lib/kernel/caller'
import type { AnyQuery, InputOf, OutputOf } from '@/lib/kernel/define'
import { execute } from '@/lib/kernel/execute'
import { isProblem } from '@/lib/kernel/problem'
import { pageError } from './failure'
import { presentCaller } from './request-context'

type ConsoleQuery = AnyQuery & { scope: 'organization' | 'person' }

/** The signed-in person of this page; others go to sign in and come back here. */
export async function signedIn(): Promise<SessionCaller> {
  return (await presentCaller()) ?? toSignIn()
}

async function toSignIn(): Promise<never> {
  const wanted = (await headers()).get('x-url')
  redirect(wanted && wanted !== '/' ? `/sign-in?to=${encodeURIComponent(wanted)}` : '/sign-in')
}

export type PageRead<T> = { ok: true; data: T } | { ok: false; problem: ProblemBody }

/** A read for a server component. `not_found` shows the 404 page; a refused permission is a value for the 403 page. */
export async function read<Q extends ConsoleQuery>(
  query: Q,
  input: InputOf<Q>,
): Promise<PageRead<OutputOf<Q>>> {
  const caller = await signedIn()
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
  const { organizationId } = await signedIn()
  const found = await read(query, input)
  const known = (data: unknown): PrefetchedRead => ({
    key: [organizationId, query.name, input],
    data,
    at: Date.now(),
  })
  return { organizationId, state: found.ok ? JSON.stringify(known(found.data)) : null, found }
}
