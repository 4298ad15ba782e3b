import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import { invalidInput } from '@/lib/kernel/problem'
import { peek } from '@/lib/platform/jose/outside-token'
import { findAccount } from '../trust-account'
import { bySpecificity, checksOf, matches } from '../trust-matching'

const Check = z.object({
  what: z.enum(['issuer', 'audience', 'subject', 'claim']),
  name: z.string(),
  wanted: z.string(),
  found: z.string().nullable(),
  fits: z.boolean(),
})

/** Which rule would match: by what a token says, whose signature is not asked about. Nothing of it is kept. */
export const testTrust = defineQuery({
  name: 'trust.test',
  summary: 'Say which trust rule would match a token, and why the others would not',
  scope: 'organization',
  permission: 'trust.list',
  input: z.object({
    accountId: idOf('ide'),
    token: z.string().max(16_000, 'This is too long.').describe('A JWT, or its claims as JSON.'),
  }),
  output: z.object({
    /** The rule that would count; null: none. */
    ruleId: idOf('tr').nullable(),
    expired: z.boolean(),
    rules: z.array(
      z.object({
        id: idOf('tr'),
        name: z.string(),
        enabled: z.boolean(),
        matches: z.boolean(),
        checks: z.array(Check),
      }),
    ),
  }),
  async run({ db, now }, { accountId, token }) {
    const account = await findAccount(db, accountId)
    const claims = claimsOf(token)
    const rows = await db.trustRule.findMany({ where: { membershipId: account.id } })
    const rules = rows
      .map((row) => ({ ...row, claims: row.claims as Record<string, string> }))
      .sort(bySpecificity)
      .map((rule) => ({
        ...{ id: rule.id, name: rule.name, enabled: rule.enabled },
        ...{ matches: matches(rule, claims), checks: checksOf(rule, claims) },
      }))
    const counts = rules.find((rule) => rule.enabled && rule.matches)
    const { exp } = claims
    const expired = typeof exp === 'number' && exp * 1_000 < now.getTime()
    return { ruleId: counts?.id ?? null, expired, rules }
  },
})

function claimsOf(text: string): Record<string, unknown> {
  const given = text.trim()
  const read = given.startsWith('{') ? parsed(given) : peek(given)?.claims
  if (typeof read === 'object' && read !== null) return read as Record<string, unknown>
  const detail = 'Paste a JWT, or its claims as JSON: {"iss": …, "sub": …}.'
  throw invalidInput([{ pointer: '#/token', detail }])
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
