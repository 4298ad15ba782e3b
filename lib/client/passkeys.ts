'use client'
import { useSyncExternalStore } from 'react'
import type { ActionResult, ProblemBody } from '@/lib/domain/problems'

type Library = typeof import('@simplewebauthn/browser')
type Creation = Parameters<Library['startRegistration']>[0]['optionsJSON']
type Request = Parameters<Library['startAuthentication']>[0]['optionsJSON']

const library = () => import('@simplewebauthn/browser')

/** Whether this browser has passkeys here: they need https, or localhost. */
const canUsePasskeys = () =>
  typeof window !== 'undefined' && window.isSecureContext && 'PublicKeyCredential' in window

const never = () => () => {}
/** The same while rendering; the server supposes so. */
export const useCanUsePasskeys = () => useSyncExternalStore(never, canUsePasskeys, () => true)

/** Makes a passkey as the server asked. */
export const makePasskey = (options: object) =>
  asked(async ({ startRegistration }) => {
    const { id, rawId, response } = await startRegistration({ optionsJSON: options as Creation })
    const { clientDataJSON, attestationObject, transports } = response
    const made = { clientDataJSON, attestationObject, transports: transports as string[] }
    return { id, rawId, type: 'public-key' as const, response: made }
  })

/** Lets a passkey sign what the server asked. `autofill`: offered in the email field, and waits there. */
export const askPasskey = (options: object, { autofill = false } = {}) =>
  asked(async ({ startAuthentication }) => {
    const optionsJSON = options as Request
    const answer = await startAuthentication({ optionsJSON, useBrowserAutofill: autofill })
    const { clientDataJSON, authenticatorData, signature, userHandle } = answer.response
    const response = { clientDataJSON, authenticatorData, signature, userHandle }
    return { id: answer.id, rawId: answer.rawId, type: 'public-key' as const, response }
  })

/** Whether passkeys can be offered among what the browser fills in. */
export const canAutofillPasskeys = async (): Promise<boolean> =>
  canUsePasskeys() && (await library()).browserSupportsWebAuthnAutofill()

async function asked<T>(ask: (parts: Library) => Promise<T>): Promise<ActionResult<T>> {
  try {
    return { ok: true, data: await ask(await library()) }
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    return { ok: false, problem: told(name === 'InvalidStateError' ? known : none) }
  }
}

const none = 'No passkey was given. Try again, or choose another way.'
const known = 'This device has a passkey of yours for this console already.'

const told = (detail: string): ProblemBody => ({
  type: 'about:blank',
  code: 'wrong_factor',
  status: 0,
  title: 'Not confirmed',
  detail,
})
