import 'server-only'
import type { AnyQuery, InputOf, OutputOf } from '@/lib/kernel/define'
import { execute } from '@/lib/kernel/execute'
import { isProblem } from '@/lib/kernel/problem'
import { env } from '@/lib/platform/env'
import { publicCaller } from './auth'
import { pageError } from './failure'
import { presentCaller } from './request-context'

type PublicQuery = AnyQuery & { scope: 'public' }

/** A read for a page that needs no sign-in. */
export async function readPublic<Q extends PublicQuery>(
  query: Q,
  input: InputOf<Q>,
): Promise<OutputOf<Q>> {
  const caller = await publicCaller()
  return execute<PublicQuery>(query, caller, input).catch((error) => {
    const away = isProblem(error) && error.code === 'unavailable'
    throw away ? pageError(error, caller.origin.requestId) : error
  })
}

export const isSignedIn = async (): Promise<boolean> => (await presentCaller()) !== null

/** The organization that this browser is signed in to; null when nobody is. */
export const presentOrganization = async (): Promise<string | null> =>
  (await presentCaller())?.organizationId ?? null

/** The host that people see this console under. */
export const hostName = (): string => new URL(env.PUBLIC_URL).host

/** One parameter of an address; null when it is missing or given twice. */
export const single = (value: string | string[] | undefined): string | null =>
  typeof value === 'string' ? value : null
