import { type ParsedEmail, parseEmail } from './email'

export type ParsedAccountName = { ok: true; name: string } | { ok: false; fault: string }

const MOST = 64
const form = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/i

/** The name of a service account: what stands before the @ of its address, so no more than an address can hold. */
export function parseAccountName(text: string): ParsedAccountName {
  const name = text.trim()
  const refuse = (fault: string): ParsedAccountName => ({ ok: false, fault })
  if (name === '') return refuse('Enter a name.')
  if (name.length > MOST) return refuse(`A name has at most ${MOST} characters.`)
  if (!/^[a-z0-9._-]+$/i.test(name)) {
    return refuse('A name has letters from a to z, digits, “.”, “_” and “-” alone.')
  }
  if (!form.test(name)) return refuse('A name begins and ends with a letter or a digit.')
  if (name.includes('..')) return refuse('A name has no two dots in a row.')
  return { ok: true, name }
}

/**
 * The address that follows a name. It stands for the account in lists and calls, and nothing is ever mailed to it. The whole id
 * is in it, without an underscore, which no domain can have.
 */
export const accountEmail = (name: string, organizationId: string): string =>
  `${name.toLowerCase()}@${organizationId.replace('_', '-')}.serviceaccount.com`

const address = /@org-[0-9a-z]+\.serviceaccount\.com$/i

/** Whether an address is of the kind that service accounts have: no person's, and no mail goes there. */
export const isAccountEmail = (email: string): boolean => address.test(email)

/** An address that may be somebody's: those of service accounts are not, and no mail reaches them. */
export function parsePersonEmail(text: string): ParsedEmail {
  const parsed = parseEmail(text)
  if (!parsed.ok || !isAccountEmail(parsed.email)) return parsed
  return {
    ok: false,
    fault: `${parsed.email} is the address of a service account, not of a person.`,
  }
}
