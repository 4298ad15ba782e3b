import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import { isolated } from '@/lib/domain/isolated'
import type { ActionResult } from '@/lib/domain/problems'
import type { Scope, SessionCaller } from '@/lib/kernel/caller'
import type { AnyCommand, InputOf, OutputOf } from '@/lib/kernel/define'
import { execute } from '@/lib/kernel/execute'
import { Problem } from '@/lib/kernel/problem'
import { readPlace } from '@/lib/modules/sessions/queries/read-place'
import { failureBody } from './failure'
import { presentCaller, presentOrigin } from './request-context'

type SignedInCommand = AnyCommand & { scope: 'organization' | 'person' }

/**
 * A server action of the signed-in console. It carries the organization that its page was made for, so a tab
 * left behind in another one never writes into the wrong one.
 */
export const action =
  <C extends SignedInCommand>(command: C) =>
  (organizationId: string, input: InputOf<C>): Promise<ActionResult<OutputOf<C>>> =>
    answered(async () => {
      const caller = await callerIn(organizationId)
      return execute<AnyCommand & { scope: Scope }>(command, caller, input)
    })

/** Whoever is signed in, in the organization that their page was made for. */
export async function callerIn(organizationId: string | null): Promise<SessionCaller> {
  const caller = await presentCaller()
  if (!caller) throw new Problem('unauthenticated', 'Your sign-in has ended. Nothing was changed.')
  if (caller.organizationId !== organizationId) throw await wrongOrganization(caller)
  return caller
}

/** Says where this browser is signed in now, for the way there or back. */
async function wrongOrganization(caller: SessionCaller): Promise<Problem> {
  const { organizationId, organizationName } = await execute(readPlace, caller, {})
  return new Problem(
    'wrong_organization',
    `You are signed in to ${isolated(organizationName)} in this browser. Nothing was changed.`,
    { context: { organization_id: organizationId, organization_name: organizationName } },
  )
}

/** Runs what an action does and answers with a value, never a throw, except where Next itself redirects. */
export async function answered<T>(run: () => Promise<T>): Promise<ActionResult<T>> {
  try {
    return { ok: true, data: await run() }
  } catch (error) {
    unstable_rethrow(error)
    return { ok: false, problem: failureBody(error, (await presentOrigin()).requestId) }
  }
}
