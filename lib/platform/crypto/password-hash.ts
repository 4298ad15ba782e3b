import 'server-only'
import { hash, verify } from '@node-rs/argon2'
import { once } from '../once'

// argon2id, 19 MiB, two passes, one lane: the minimum OWASP names for it.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** argon2id of a normalised password (lib/domain/password.ts), with its own salt. */
export const hashPassword = (password: string): Promise<string> => hash(password, COST)

/** A hash nobody's password has: verified when there is no account, so that both answers take as long. */
const decoy = () => once('crypto.decoy', () => hashPassword(crypto.randomUUID()))

/** True when the password is the one; without a hash it takes as long and is false. */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const matches = await verify(stored ?? (await decoy()), password)
  return stored !== null && matches
}
