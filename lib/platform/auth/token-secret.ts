import 'server-only'
import { keyFor } from '../crypto/keys'

/** What next-auth encrypts its cookies under, the same in every process that shares AUTH_SECRET. */
export const tokenSecret = (): string => keyFor('next-auth').toString('base64url')
