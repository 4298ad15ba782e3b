import { checkPassword, normalizePassword } from '@/lib/domain/password'
import type { PasswordContext } from '@/lib/domain/password-patterns'
import { randomText } from '@/lib/domain/random'

const easyToType = 'abcdefghijkmnpqrstuvwxyz23456789' // 32 characters, without l, o, 0 and 1

/** Four groups of four, 80 bits, in the form that is hashed. */
export function newSignInPassword(context: PasswordContext): string {
  for (;;) {
    const groups = Array.from({ length: 4 }, () => randomText(easyToType, 4))
    const password = normalizePassword(groups.join('-'))
    if (checkPassword(password, context).length === 0) return password
  }
}
