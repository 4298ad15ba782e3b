import { parseAddresses } from '@/lib/domain/addresses'
import { isAccountEmail } from '@/lib/domain/service-account'
import type { Candidate } from './binding-shapes'

/** Somebody who is to get a role: a member that was found, or an address that the server looks up. */
export type Picked = {
  key: string
  name: string
  memberId?: string
  email?: string
  kind: 'person' | 'service_account'
}

/** As many as one call takes. */
export const MOST_PICKED = 200

export const pickedOf = ({ id, name, kind }: Candidate): Picked => ({
  key: id,
  name,
  memberId: id,
  kind,
})

/** The addresses of a text, typed or pasted in any human way; what is no address is left over. */
export function addressesIn(text: string): { found: Picked[]; rest: string } {
  const { entries } = parseAddresses(text)
  const found = entries.flatMap((entry) =>
    'email' in entry
      ? [{ key: entry.email, name: entry.email, email: entry.email, kind: kindOf(entry.email) }]
      : [],
  )
  const rest = entries.flatMap((entry) => ('fault' in entry ? [entry.raw] : [])).join(', ')
  return { found, rest }
}

const kindOf = (email: string): Picked['kind'] =>
  isAccountEmail(email) ? 'service_account' : 'person'

/** Each once, and no more than one call takes. */
export const withPicked = (picked: readonly Picked[], more: readonly Picked[]): Picked[] =>
  [...new Map([...picked, ...more].map((one) => [one.key, one])).values()].slice(0, MOST_PICKED)

export const whoOf = ({ memberId, email }: Picked) => (memberId ? { memberId } : { email })
