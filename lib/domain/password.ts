import { guessableBecause, type PasswordContext } from './password-patterns'

/** Code points after NFKC (NIST SP 800-63B-4 §3.1.1.2). The second minimum holds beside another factor. */
export const passwordLength = { minimum: 15, minimumWithSecondFactor: 8, maximum: 256 } as const

/** The form that is counted, checked and hashed, so that the same keys give the same password on every device. */
export const normalizePassword = (text: string): string => text.normalize('NFKC')

export const countCharacters = (password: string): number =>
  Array.from(normalizePassword(password)).length

/**
 * Every fault of a new password, each a sentence; an empty list means it may be used. Length and guessability only: any
 * printable character and space counts, and none is demanded (§3.1.1.2).
 */
export function checkPassword(
  password: string,
  context: PasswordContext = {},
  minimum: number = passwordLength.minimum,
): string[] {
  // NFKC can lengthen a character eighteenfold but never shortens a text fourfold: no need to look at megabytes.
  if (password.length > 20 * passwordLength.maximum) return [tooLong]
  const normal = normalizePassword(password)
  const length = Array.from(normal).length
  if (length === 0) return ['Enter a password.']
  if (length > passwordLength.maximum) return [tooLong]
  const faults: string[] = []
  if (/[\p{Cc}\p{Cs}]/u.test(normal)) faults.push("A password can't hold control characters.")
  if (length < minimum) {
    const missing = minimum - length
    return [...faults, missing === 1 ? '1 more character.' : `${missing} more characters.`]
  }
  const reason = guessableBecause(normal, context, minimum)
  return reason ? [...faults, reason] : faults
}

const tooLong = `At most ${passwordLength.maximum} characters.`
