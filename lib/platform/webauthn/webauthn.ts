import 'server-only'
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { mac } from '../crypto/hash'
import { env } from '../env'

// WebAuthn Level 3. Who we are comes from PUBLIC_URL alone, never from a request: a passkey of another origin is none.
const origin = () => new URL(env.PUBLIC_URL).origin
const rpID = () => new URL(env.PUBLIC_URL).hostname

export type Credential = { id: string; transports: string[] }
type Whose = { personId: string; email: string; name: string }

/** The name under which an authenticator keeps a person: tells nothing, and is the same each time (§14.6.1). */
export const userHandle = (personId: string): string => mac('webauthn-user', personId)

/** What a browser is told to make a passkey; `known` are not made twice on one authenticator. */
export const creationOptions = ({ personId, email, name }: Whose, known: readonly Credential[]) =>
  generateRegistrationOptions({
    rpName: 'Gatehouse',
    rpID: rpID(),
    userID: new Uint8Array(Buffer.from(userHandle(personId), 'base64url')),
    userName: email,
    userDisplayName: name,
    attestationType: 'none',
    excludeCredentials: known.map(listed),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })

/** What a browser is told to ask a passkey; of nobody in particular when none are named. */
export const requestOptions = (allowed: readonly Credential[] = []) =>
  generateAuthenticationOptions({
    rpID: rpID(),
    userVerification: 'required',
    allowCredentials: allowed.map(listed),
  })

const listed = ({ id, transports }: Credential) => ({ id, transports })

/** The new passkey that a browser brought; null when it does not hold. */
export async function verifyCreation(response: unknown, challenge: string) {
  const answer = await verifyRegistrationResponse({
    response: response as RegistrationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: origin(),
    expectedRPID: rpID(),
    requireUserVerification: true,
  }).catch(() => null)
  if (!answer?.verified) return null
  const { id, publicKey, counter, transports = [] } = answer.registrationInfo.credential
  return {
    credentialId: id,
    publicKey: Buffer.from(publicKey).toString('base64url'),
    counter: BigInt(counter),
    transports: transports.join(' '),
  }
}

type Stored = { credentialId: string; publicKey: string; counter: bigint }

/** The new counter of a passkey that signed this challenge here; null when it did not, or is a copy (§6.1.1). */
export async function verifyRequest(response: unknown, challenge: string, stored: Stored) {
  const answer = await verifyAuthenticationResponse({
    response: response as AuthenticationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: origin(),
    expectedRPID: rpID(),
    requireUserVerification: true,
    credential: {
      id: stored.credentialId,
      publicKey: new Uint8Array(Buffer.from(stored.publicKey, 'base64url')),
      counter: Number(stored.counter),
    },
  }).catch(() => null)
  return answer?.verified ? BigInt(answer.authenticationInfo.newCounter) : null
}
