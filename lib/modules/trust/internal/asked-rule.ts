import 'server-only'
import { ceilingOf, type MemberCaller } from '@/lib/kernel/caller'
import { invalidInput, Problem } from '@/lib/kernel/problem'
import { requireMaker } from '@/lib/modules/api-keys/makers/require-maker'
import { readKeySet } from '@/lib/platform/jose/issuer-keys'
import { outsideUrl } from '@/lib/platform/outside/fetch-json'

/** Trust lets others do whatever the account may: a key or a token that may less than its owner gives none, nor who may make no key. */
export async function requireGiver(context: Parameters<typeof requireMaker>[0]): Promise<void> {
  requireWhole(context.caller)
  await requireMaker(context)
}

function requireWhole(caller: MemberCaller): void {
  if (caller.kind === 'session' || (!caller.token && !ceilingOf(caller))) return
  throw new Problem('forbidden', 'This needs a key that may do whatever its owner may.')
}

/** The pasted key set as it is stored; null: none. Throws for one without a key, or for an issuer that cannot be asked for its own. */
export function keysAsked(issuer: string, jwks: string): object | null {
  if (jwks.trim() === '') {
    if (outsideUrl(issuer)) return null
    throw invalidInput([{ pointer: '#/issuer', detail: 'An issuer begins with https://.' }])
  }
  const fault = (detail: string) => invalidInput([{ pointer: '#/jwks', detail }])
  const set = readSet(jwks)
  if (!set || set.keys.length === 0) throw fault('Paste a JSON Web Key Set: {"keys": […]}.')
  if (set.keys.some((key) => ['d', 'p', 'q', 'k'].some((name) => name in key)))
    throw fault('There is a private key in it. Paste the public ones alone.')
  return set
}

function readSet(text: string) {
  try {
    return readKeySet(JSON.parse(text))
  } catch {
    return null
  }
}
