import 'server-only'
import { z } from 'zod'
import { email, moment } from '@/lib/domain/schemas'
import { changed, defineCommand, unchanged } from '@/lib/kernel/define'
import { env } from '@/lib/platform/env'
import { linkPaths, mintLink } from '../link'
import { ownLogs } from '../own-logs'

const LIFETIME = 30 * 60_000 // ms

const Output = z.array(
  z.object({
    /** A secret: whoever has it sets the password. */
    link: z.string(),
    expiresAt: moment,
    /** Whether it is the one account of the address, or exists for its organization alone. */
    proven: z.boolean(),
    organizations: z.array(z.string()),
  }),
)
type Output = z.input<typeof Output>

/**
 * The operator's answer to a forgotten password: a link for each account of an address. It proves no address, so it sets
 * the password of that very account and changes nothing else (DESIGN §6).
 */
export const makeResetLinks = defineCommand({
  name: 'password.make_reset_links',
  summary: 'Make links by which the accounts of an address get a new password',
  scope: 'system',
  event: 'member.reset_link_made',
  input: z.object({ email }),
  output: Output,
  async run({ db, caller, now }, { email }) {
    const people = await db.person.findMany({
      where: {
        email,
        OR: [{ emailProvenAt: { not: null } }, { memberships: { some: { endedAt: null } } }],
      },
      orderBy: [{ emailProvenAt: { sort: 'asc', nulls: 'last' } }, { createdAt: 'desc' }],
      select: { id: true, emailProvenAt: true },
    })
    const made: Output = []
    const told: Awaited<ReturnType<typeof ownLogs>> = []
    for (const { id: personId, emailProvenAt } of people) {
      const given = { purpose: 'reset_password' as const, email, personId, lifetime: LIFETIME }
      const { token, expiresAt } = await mintLink(db, given, now)
      const logs = await ownLogs(db, personId)
      told.push(...logs)
      const ids = logs.map(({ member }) => member.organizationId)
      const organizations = await db.organization.findMany({ where: { id: { in: ids } } })
      made.push({
        link: `${env.PUBLIC_URL}${linkPaths.reset_password}${token}`,
        expiresAt,
        proven: emailProvenAt !== null,
        organizations: organizations.map(({ name }) => name).sort(),
      })
    }
    if (told.length === 0) return unchanged<Output, 'system'>(made)
    const actor = { kind: 'system', id: 'system', name: caller.label } as const
    return changed<Output, 'system'>(
      made,
      told.map(({ entry }) => ({ ...entry, actor })),
    )
  },
})
