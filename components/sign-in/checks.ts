import { parseEmail } from '@/lib/domain/email'
import { checkPassword } from '@/lib/domain/password'
import type { PasswordContext } from '@/lib/domain/password-patterns'
import { parseName, parseOrganizationName } from '@/lib/domain/person-name'
import type { Checks } from './use-ticket-form'

/** The rules the server has too, for an answer before it is asked. */
export const checks = {
  email: faultOf(parseEmail),
  name: faultOf(parseName),
  organizationName: faultOf(parseOrganizationName),
  /** A password that exists: anything may be one. */
  password: (value: string) => (value === '' ? 'Enter a password.' : null),
} satisfies Checks

/** A password to be set. */
export const newPasswordCheck = (context: PasswordContext) => (value: string) =>
  checkPassword(value, context).join(' ') || null

function faultOf(parse: (text: string) => { ok: true } | { ok: false; fault: string }) {
  return (value: string) => {
    const parsed = parse(value)
    return parsed.ok ? null : parsed.fault
  }
}
