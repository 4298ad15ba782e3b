import 'server-only'
import { cookies } from 'next/headers'
import { isToken, mintToken } from '@/lib/domain/tokens'
import { attemptLifetime, type SignInStep } from '@/lib/modules/sessions/session'
import { cookieAttributes, cookieNames } from '@/lib/platform/auth/cookies'

/** Leaves the cookie half of a sign-in under way with the browser; its page gets the step. */
export async function keepStep({ attempt, ...step }: SignInStep): Promise<PageStep> {
  const maxAge = attemptLifetime / 1000
  const jar = await cookies()
  jar.set(cookieNames.attempt(), attempt, { ...cookieAttributes(), maxAge })
  return step as PageStep
}

type Told<S> = S extends unknown ? Omit<S, 'attempt'> : never
/** What the page of a sign-in is told of a step. */
export type PageStep = Told<SignInStep>

/** The cookie half, which stays with the browser. Empty when there is none. */
export const presentAttempt = async (): Promise<string> =>
  (await cookies()).get(cookieNames.attempt())?.value ?? ''

/** The question that a passkey is to answer stays with the browser that asked. */
export async function keepPasskeyAttempt(attempt: string): Promise<void> {
  const jar = await cookies()
  jar.set(cookieNames.passkey(), attempt, { ...cookieAttributes(), maxAge: 3_600 })
}

export const presentPasskeyAttempt = async (): Promise<string> =>
  (await cookies()).get(cookieNames.passkey())?.value ?? ''

/** The cookie half, taken from the browser: it serves once. Empty when there is none. */
export async function takeAttempt(): Promise<string> {
  const jar = await cookies()
  const attempt = jar.get(cookieNames.attempt())?.value ?? ''
  if (attempt !== '') jar.set(cookieNames.attempt(), '', { ...cookieAttributes(), maxAge: 0 })
  return attempt
}

const DEVICE_KNOWN_FOR = 400 * 86_400 // s, the longest that browsers keep a cookie (RFC 6265bis §5.5)

/** The cookie by which this browser is known again, made when there is none, and kept on from now. */
export async function deviceCookie(): Promise<string> {
  const jar = await cookies()
  const present = jar.get(cookieNames.device())?.value
  const device = isToken('device', present) ? present : mintToken('device')
  jar.set(cookieNames.device(), device, { ...cookieAttributes(), maxAge: DEVICE_KNOWN_FOR })
  return device
}
