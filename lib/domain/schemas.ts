import { z } from 'zod'
import { parseEmail } from './email'
import type { IdPrefix } from './id'
import { parseName, parseOrganizationName } from './person-name'
import { organizationRoles } from './roles'
import { parsePersonEmail } from './service-account'

/** A moment: a Date inside, ISO 8601 with `Z` outside. */
export const moment = z
  .date()
  .transform((date) => date.toISOString())
  .pipe(z.iso.datetime())

/** A moment that somebody names, as UTC: other offsets and years than PostgreSQL's own are not passed on to it. */
export const instant = z.iso.datetime({ offset: true }).transform((text, context) => {
  const at = new Date(text)
  if (at.getTime() >= Date.UTC(100, 0) && at.getUTCFullYear() <= 9999) return at.toISOString()
  context.addIssue({ code: 'custom', message: 'There is no such moment here.' })
  return z.NEVER
})

/** An id of one kind. One of another kind is the same as an unknown one, so it is not a fault of shape. */
export const idOf = (prefix: IdPrefix) =>
  z.string().max(100).describe(`An id that begins with ${prefix}_.`)

const parsed = (
  parse: (text: string) => { ok: true; value: string } | { ok: false; fault: string },
) =>
  z
    .string({ error: 'This needs to be text.' })
    .max(10_000, 'This is too long.')
    .transform((text, context) => {
      const result = parse(text)
      if (result.ok) return result.value
      context.addIssue({ code: 'custom', message: result.fault })
      return z.NEVER
    })

/** An address as people write it, stored in lower case (lib/domain/email.ts). */
export const email = parsed((text) => {
  const result = parseEmail(text)
  return result.ok ? { ok: true, value: result.email } : result
})
/** The same, of a person: an address of a service account is none. */
export const personEmail = parsed((text) => {
  const result = parsePersonEmail(text)
  return result.ok ? { ok: true, value: result.email } : result
})
export const personName = parsed((text) => {
  const result = parseName(text)
  return result.ok ? { ok: true, value: result.name } : result
})
export const organizationName = parsed((text) => {
  const result = parseOrganizationName(text)
  return result.ok ? { ok: true, value: result.name } : result
})
/** Any text that may be a password; whether it is a good one is checked where it is set. */
export const passwordText = z
  .string({ error: 'Enter a password.' })
  .min(1, 'Enter a password.')
  .max(1_024, 'This password is too long.')

/** A text column that holds one of a few words (the database checks it too): any text in, the words out. */
export const stored = <const T extends readonly string[]>(words: T) =>
  z.string().pipe(z.enum(words))

export const organizationRole = z.enum(organizationRoles)
export const storedRole = stored(organizationRoles)
/** Editable rows carry their version; a mismatch is the problem `stale`. */
export const expectedVersion = z.int().optional()
