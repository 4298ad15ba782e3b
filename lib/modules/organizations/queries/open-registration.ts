import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import type { IdentityDb } from '@/lib/platform/db/doors'

const Place = z.object({ id: idOf('org'), name: z.string() })

/**
 * What the link of one organization leads to. Signed out: nothing is read at all. Signed in: whoever is in that
 * organization gets its name; to everybody else an organization they are not in is an unknown one.
 */
export const openRegistration = defineQuery({
  name: 'organization.open_registration',
  summary: 'Say what the link of an organization leads to',
  scope: 'public',
  input: z.object({ organizationId: idOf('org') }),
  output: z.discriminatedUnion('state', [
    z.object({ state: z.literal('signed_out') }),
    z.object({ state: z.literal('here') }),
    z.object({ state: z.literal('elsewhere'), wanted: Place, present: Place }),
    z.object({ state: z.literal('suspended'), wanted: Place, present: Place }),
    z.object({ state: z.literal('none'), email: z.string(), present: Place }),
  ]),
  async run({ db, caller }, { organizationId }) {
    if (caller.kind === 'anonymous') return { state: 'signed_out' as const }
    if (caller.organizationId === organizationId) return { state: 'here' as const }
    const own = { personId: caller.personId, endedAt: null }
    const member = await db.membership.findFirst({
      where: { ...own, organizationId },
      select: { suspendedAt: true },
    })
    // Of an organization that is not theirs nothing more is read: it is as good as unknown, also in time.
    const names = await namesOf(db, [caller.organizationId, ...(member ? [organizationId] : [])])
    const present = placeOf(names, caller.organizationId)
    if (!member) {
      const { email } = await db.person.findUniqueOrThrow({ where: { id: caller.personId } })
      return { state: 'none' as const, email, present }
    }
    const state = member.suspendedAt ? ('suspended' as const) : ('elsewhere' as const)
    return { state, wanted: placeOf(names, organizationId), present }
  },
})

async function namesOf(db: IdentityDb, ids: string[]) {
  const where = { id: { in: ids } }
  const rows = await db.organization.findMany({ where, select: { id: true, name: true } })
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const placeOf = (names: Map<string, string>, id: string) => ({ id, name: names.get(id) ?? '' })
