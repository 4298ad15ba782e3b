import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import { invalidInput } from '@/lib/kernel/problem'
import { findAccount } from '../trust-account'
import { checkKinds } from '../trust-matching'
import { shownRule, TrustRule } from '../trust-rule'
import { readClaims, testOf } from '../trust-test'

const NEITHER = 'This is neither a JWT nor the claims of one as JSON.'

/** As the console's tester, which sends nothing (trust-test.ts). What is asked is kept nowhere. */
export const testTrust = defineQuery({
  name: 'trust.test',
  summary: 'Say which trust rule of a service account a token would match, and why the others not',
  scope: 'organization',
  permission: 'trust.list',
  input: z.object({
    accountId: idOf('ide'),
    token: z.string().min(1, 'Send a JWT, or its claims as JSON.').max(16_000, 'This is too long.'),
  }),
  output: z.object({
    /** The rule that would let it in; its signature is asked about at the sign-in alone. */
    counts: TrustRule.nullable(),
    expired: z.boolean(),
    tested: z.array(
      z.object({
        rule: TrustRule,
        matches: z.boolean(),
        checks: z.array(
          z.object({
            what: z.enum(checkKinds),
            name: z.string(),
            wanted: z.string(),
            found: z.string().nullable(),
            fits: z.boolean(),
          }),
        ),
      }),
    ),
  }),
  async run({ db, now }, { accountId, token }) {
    const account = await findAccount(db, accountId)
    const claims = readClaims(token)
    if (!claims) throw invalidInput([{ pointer: '#/token', detail: NEITHER }])
    const rows = await db.trustRule.findMany({ where: { membershipId: account.id } })
    const rules = rows.map((row) => shownRule({ ...row, claims: row.claims as Claims }))
    const { counts, tested, expired } = testOf(rules, claims, now.getTime())
    return { counts: counts?.rule ?? null, tested, expired }
  },
})

type Claims = Record<string, string>
