import { hashToken, isToken, mintToken } from './tokens'

/**
 * The two halves of one login. Whoever has the code gets the key once it is allowed: it stays with the program that waits. The page
 * is found by what is derived from it, which stands in an address, in histories and in logs, and leads to no key.
 */
export const mintLoginCode = () => mintToken('login')
export const isLoginCode = (text: unknown) => isToken('login', text)

export const pageCodeOf = (code: string): Promise<string> => hashToken(`page of ${code}`)

/** How a code is kept and found, by either half; null: nothing was ever made that looks like this. */
export async function storedLoginCode(text: string): Promise<string | null> {
  if (isLoginCode(text)) return hashToken(await pageCodeOf(text))
  return /^[0-9a-f]{64}$/.test(text) ? hashToken(text) : null
}
