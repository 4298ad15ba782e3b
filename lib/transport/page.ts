import 'server-only'
import { dehydrate, QueryClient } from '@tanstack/react-query'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
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

/** Browsers say so, or their name does. */
export async function asksByPhone(): Promise<boolean> {
  const list = await headers()
  const said = list.get('sec-ch-ua-mobile')
  return said ? said === '?1' : (list.get('user-agent')?.includes('Mobi') ?? false)
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
 * Reads for the browser's query cache (lib/client/query.ts uses the same keys), so that the first page is in the
 * HTML. `problem` is the first refusal among them.
 */
export async function prefetch<Q extends ConsoleQuery>(query: Q, input: InputOf<Q>) {
  const { organizationId } = await signedIn()
  const found = await read(query, input)
  const client = new QueryClient()
  if (found.ok) {
    client.setQueryData([organizationId, query.name, input], JSON.parse(JSON.stringify(found.data)))
  }
  return { organizationId, state: dehydrate(client), found }
}
