import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'

/** The hash of a token, as the row has it. */
export const tokenHash = z.string().regex(/^[0-9a-f]{64}$/)

/** By which id a client names itself. */
export const clientId = z.string().max(100).describe('usr_… or ide_… of the account.')

/** A token as it stands in its own claims, and its hash: both are needed to find its row; and the client who shows it. */
export const PresentedToken = z.object({ clientId, tokenId: idOf('tok'), hash: tokenHash })

/** Who acts, in the words of the issuer that vouched for them (RFC 8693 §4.1). */
export const Acting = z.object({ iss: z.string().max(500), sub: z.string().max(500) })
