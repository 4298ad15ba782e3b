import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import type { ActionResult } from '@/lib/domain/problems'
import type { Scope } from '@/lib/kernel/caller'
import type { AnyCommand, InputOf, OutputOf } from '@/lib/kernel/define'
import { execute } from '@/lib/kernel/execute'
import { Problem } from '@/lib/kernel/problem'
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
      const caller = await presentCaller()
      if (!caller)
        throw new Problem('unauthenticated', 'Your sign-in has ended. Nothing was changed.')
      if (caller.organizationId !== organizationId) throw wrongOrganization()
      return execute<AnyCommand & { scope: Scope }>(command, caller, input)
    })

export const wrongOrganization = () =>
  new Problem(
    'wrong_organization',
    'You are signed in to another organization in this browser. Nothing was changed.',
  )

/** Runs what an action does and answers with a value, never a throw, except where Next itself redirects. */
export async function answered<T>(run: () => Promise<T>): Promise<ActionResult<T>> {
  try {
    return { ok: true, data: await run() }
  } catch (error) {
    unstable_rethrow(error)
    return { ok: false, problem: failureBody(error, (await presentOrigin()).requestId) }
  }
}
