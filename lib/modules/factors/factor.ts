import { z } from 'zod'
import { idOf, moment, passwordText, stored } from '@/lib/domain/schemas'
import { SignInStep, secondFactors } from '@/lib/modules/sessions/session'

export const factorKinds = ['passkey', 'totp'] as const
export type FactorKind = (typeof factorKinds)[number]

/** One of one's own factors, as a list shows it. */
export const Factor = z.object({
  id: idOf('fct'),
  kind: stored(factorKinds),
  name: z.string(),
  createdAt: moment,
  lastUsedAt: moment.nullable(),
})
export type Factor = z.output<typeof Factor>

/** base64url, as WebAuthn's JSON carries bytes. */
const bytes = (most: number) => z.string().max(most)
const credential = { id: bytes(1_400), rawId: bytes(1_400), type: z.literal('public-key') }

/** What a browser brings of a new passkey (RegistrationResponseJSON). */
export const NewPasskey = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: bytes(8_000),
    attestationObject: bytes(40_000),
    transports: z.array(z.string().max(40)).max(10).optional(),
  }),
})

/** What a passkey signed (AuthenticationResponseJSON). */
export const PasskeyAnswer = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: bytes(8_000),
    authenticatorData: bytes(8_000),
    signature: bytes(8_000),
    userHandle: bytes(200).nullish(),
  }),
})

/** What a browser is told to ask of an authenticator, handed on as it is. */
export const PasskeyOptions = z.looseObject({ challenge: z.string() })

const code = z.string({ error: 'Enter the code.' }).min(1, 'Enter the code.').max(100)
const proofs = [
  z.object({ way: z.literal('passkey'), response: PasskeyAnswer }),
  z.object({ way: z.literal('totp'), code }),
  z.object({ way: z.literal('recovery_code'), code }),
] as const

/** By what somebody shows a second factor. */
export const FactorProof = z.discriminatedUnion('way', proofs)
export type FactorProof = z.output<typeof FactorProof>

/** The same, or one's password. */
export const OwnProof = z.discriminatedUnion('way', [
  z.object({ way: z.literal('password'), password: passwordText }),
  ...proofs,
])

export const ways = z.array(z.enum(secondFactors))

/** A new authenticator app before its first code: the secret as text, as a link, and as a QR code to draw. */
export const TotpSecret = z.object({
  factorId: idOf('fct'),
  secret: z.string(),
  uri: z.string(),
  qr: z.object({ size: z.int(), path: z.string() }),
})

/** What a browser is asked; `attempt` is its cookie. */
export const PasskeyAsked = z.object({ attempt: z.string(), options: PasskeyOptions })
/** A new account with its passkey, and the way in. The recovery codes are secrets, shown once. */
export const MadeWithPasskey = z.object({ next: SignInStep, recoveryCodes: z.array(z.string()) })
export type MadeWithPasskey = z.output<typeof MadeWithPasskey>

/** What was set up. With the first factor come the recovery codes: secrets, shown once. */
export const Added = z.object({ factor: Factor, recoveryCodes: z.array(z.string()).nullable() })
