import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'

/** The hash of a token, as the row has it. */
export const tokenHash = z.string().regex(/^[0-9a-f]{64}$/)

/** A token as it stands in its own claims, and its hash: both are needed to find its row. */
export const PresentedToken = z.object({ tokenId: idOf('tok'), hash: tokenHash })

/** Who acts, in the words of the issuer that vouched for them (RFC 8693 §4.1). */
export const Acting = z.object({ iss: z.string().max(500), sub: z.string().max(500) })
