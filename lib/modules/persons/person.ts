import { newId } from '@/lib/domain/id'
import { checkPassword, normalizePassword } from '@/lib/domain/password'
import type { PasswordContext } from '@/lib/domain/password-patterns'
import type { FieldError } from '@/lib/domain/problems'

type NewPerson = {
  /** Where it was promised already. */
  id?: string
  email: string
  name: string
  /** Null: a passkey is the way in. */
  passwordHash: string | null
  /** Proven: the one account of that address. Else the organization that this account exists for (DESIGN §6). */
  standing: 'proven' | { homeOrganizationId: string }
  now: Date
}

/** The row of a new account. */
export const newPerson = ({ standing, now, ...given }: NewPerson) => ({
  id: newId('per'),
  ...given,
  emailProvenAt: standing === 'proven' ? now : null,
  homeOrganizationId: standing === 'proven' ? null : standing.homeOrganizationId,
  createdAt: now,
})

/** A new password in the form that is hashed, or every fault of it, at the field `password`. */
export function newPassword(
  text: string,
  context: PasswordContext,
): { ok: true; password: string } | { ok: false; errors: FieldError[] } {
  const faults = checkPassword(text, context)
  if (faults.length === 0) return { ok: true, password: normalizePassword(text) }
  return { ok: false, errors: [{ pointer: '#/password', detail: faults.join(' ') }] }
}
