import 'server-only'
import { z } from 'zod'
import { cloudRoles, projectRoles } from '@/lib/domain/roles'
import { idOf, moment, stored } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import { keysUsedSince } from '@/lib/platform/db/service-accounts'
import { findAccount } from '../internal/find-account'
import { usedSince } from '../internal/moments'
import { ServiceAccount } from '../service-account'

const SHOWN = 50
const named = <P extends 'cld' | 'prj'>(prefix: P) =>
  z.object({ id: idOf(prefix), name: z.string() })
/** What an account proves itself with beside API keys. */
const proof = { name: z.string(), lastUsedAt: moment.nullable(), usedLately: z.boolean() }
const names = { id: true, name: true } as const

/** What goes with a service account, for the dialog to say before the button. */
export const previewAccountDeletion = defineQuery({
  name: 'service_account.preview_deletion',
  summary: 'Say which keys, trust rules, public keys and roles go with a service account',
  scope: 'organization',
  permission: 'service_account.delete',
  input: z.object({ accountId: idOf('ide') }),
  output: z.object({
    account: ServiceAccount,
    /** Live keys that were used in the last 30 days, and what they called since then, the most frequent first. */
    used: z.array(
      z.object({
        id: idOf('key'),
        name: z.string(),
        lastSix: z.string(),
        lastUsedAt: moment,
        requests: z.int(),
        calls: z.array(z.object({ useCase: z.string(), requests: z.int() })),
      }),
    ),
    /** By which workloads of others get in as it. */
    rules: z.array(
      z.object({ ...proof, id: idOf('tr'), issuer: z.string(), enabled: z.boolean() }),
    ),
    /** Its public keys for OAuth. */
    publicKeys: z.array(z.object({ ...proof, id: idOf('ck') })),
    /** The first of its roles; how many there are, `account.roles` says. */
    roles: z.array(
      z.object({
        id: idOf('rb'),
        role: stored([...cloudRoles, ...projectRoles]),
        readOnly: z.boolean(),
        cloud: named('cld'),
        project: named('prj').nullable(),
      }),
    ),
  }),
  async run(context, { accountId }) {
    const { db, now } = context
    const account = await findAccount(context, accountId)
    const since = usedSince(now)
    const lately = <P extends { lastUsedAt: Date | null }>(one: P) => ({
      ...one,
      usedLately: one.lastUsedAt !== null && one.lastUsedAt >= since,
    })
    const used = await keysUsedSince(db, account.id, { since, now })
    const own = { where: { membershipId: account.id }, orderBy: { createdAt: 'asc' } } as const
    const shown = { id: true, name: true, lastUsedAt: true } as const
    const rules = await db.trustRule.findMany({
      ...own,
      select: { ...shown, issuer: true, enabled: true },
    })
    const publicKeys = await db.clientKey.findMany({ ...own, select: shown })
    const roles = await db.roleBinding.findMany({
      where: { membershipId: account.id, OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
      orderBy: [{ cloudId: 'asc' }, { projectId: { sort: 'asc', nulls: 'first' } }],
      take: SHOWN,
      select: {
        id: true,
        role: true,
        readOnly: true,
        cloud: { select: names },
        project: { select: names },
      },
    })
    return { account, used, rules: rules.map(lately), publicKeys: publicKeys.map(lately), roles }
  },
})
