import 'server-only'
import { z } from 'zod'
import { idOf, moment } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import type { ReadDb } from '@/lib/platform/db/doors'
import { memberTerms } from '@/lib/platform/db/member-terms'
import { findAnyMember } from '../internal/find-member'
import { Member } from '../member'

const named = z.object({ id: idOf('ide'), name: z.string() }).nullable()

/** One member as their page shows them, and so those who were removed. */
export const readProfile = defineQuery({
  name: 'member.profile',
  summary:
    'Read one member, present or removed, with who let them in and who removed or suspended them',
  scope: 'organization',
  permission: 'member.list',
  input: z.object({ id: z.string().max(100).describe('An identity id or a user id.') }),
  output: z.object({
    member: Member,
    invitedBy: named,
    removedBy: named,
    suspendedBy: named,
    /** The newest version of each text of the installation that was accepted. */
    terms: z.array(z.object({ document: z.string(), version: z.string(), acceptedAt: moment })),
    /** Of the organization: the last one cannot be demoted. */
    owners: z.int(),
  }),
  async run({ db }, { id }) {
    const member = await findAnyMember(db, id)
    const counter = await db.organizationCounter.findFirst()
    const removedBy = await byId(db, member.endedById)
    const suspendedBy = await byId(db, member.suspendedById)
    const invitedBy = await inviterOf(db, member)
    const terms = await memberTerms(db, member.id)
    return { member, invitedBy, removedBy, suspendedBy, terms, owners: counter?.owners ?? 0 }
  },
})

const byId = async (db: ReadDb, id: string | null) =>
  id === null ? null : db.membership.findFirst({ where: { id } })

/** The address narrows it by an index; it is the one they accepted with. */
async function inviterOf(db: ReadDb, { id, email }: { id: string; email: string }) {
  const invitation = await db.invitation.findFirst({
    where: { email, acceptedById: id },
    select: { invitedBy: { select: { id: true, name: true } } },
  })
  return invitation?.invitedBy ?? null
}
