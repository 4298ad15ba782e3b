import { shown } from './email'
import { parseHostName } from './host-name'

type ParsedDomain = { ok: true; domain: string } | { ok: false; fault: string }

/** One mail domain as it is stored: lower case, in Unicode, as addresses are (email.ts). "@halden.example" is understood. */
export function parseDomain(text: string): ParsedDomain {
  const trimmed = text.trim().replace(/^@/, '').toLowerCase()
  const host = trimmed.length <= 400 ? parseHostName(trimmed) : null
  if (host) return { ok: true, domain: host.unicode }
  return { ok: false, fault: `${shown(text)} is not a domain. Write it like halden.example.` }
}

/** Whether an address lies outside the domains that may be invited. No domains: every address may. */
export const isOutside = (email: string, domains: readonly string[]): boolean =>
  domains.length > 0 && !domains.includes(email.slice(email.lastIndexOf('@') + 1))

const NAMED = 5

/** "halden.example, nordlys.example and 3 more" */
export function domainWords(domains: readonly string[]): string {
  const named = domains.slice(0, domains.length > NAMED ? NAMED - 1 : NAMED)
  const rest = domains.length - named.length
  return list.format(rest > 0 ? [...named, `${rest} more`] : named)
}
const list = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** Why an address is not invited. */
export const outsideSentence = (email: string, domains: readonly string[]): string =>
  `${email} can’t be invited. This organization invites addresses at ${domainWords(domains)} only.`
