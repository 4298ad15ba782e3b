import 'server-only'
import { z } from 'zod'
import { defineQuery } from '@/lib/kernel/define'
import { findLink, holderOf, linkDenial, linkPurposes } from '@/lib/modules/persons/link'

/** What a mailed link is for; it is not used up by that: programs that look for danger follow links too. */
export const openLink = defineQuery({
  name: 'link.open',
  summary: 'Say what a mailed link is for',
  scope: 'public',
  input: z.object({ token: z.string().max(200), purposes: z.array(z.enum(linkPurposes)) }),
  output: z.discriminatedUnion('state', [
    z.object({
      state: z.literal('open'),
      purpose: z.enum(linkPurposes),
      email: z.string(),
      /** The name of the account, where the link serves one. */
      name: z.string().nullable(),
      /** The organization that one comes for. */
      organizationId: z.string().nullable(),
      /** The change of address that it confirms. */
      change: z.object({ from: z.string(), to: z.string() }).nullable(),
      /** The address that this browser is signed in as, when it is another account. */
      signedInAs: z.string().nullable(),
      signedIn: z.boolean(),
    }),
    z.object({ state: z.literal('ended'), sentence: z.string() }),
  ]),
  async run({ db, caller, now }, { token, purposes }) {
    const link = await findLink(db, token, purposes)
    const dead = linkDenial(link, now)
    if (!link || dead) return { state: 'ended' as const, sentence: dead ?? '' }
    const { person, denial } = await holderOf(db, link)
    if (denial) return { state: 'ended' as const, sentence: denial }
    const change = link.emailChangeId
      ? await db.emailChange.findUnique({ where: { id: link.emailChangeId } })
      : null
    const self =
      caller.kind === 'session'
        ? await db.person.findUnique({ where: { id: caller.personId } })
        : null
    const other = self && self.id !== link.personId && self.email !== link.email
    return {
      state: 'open' as const,
      purpose: link.purpose,
      email: link.email,
      name: person?.name ?? null,
      organizationId: link.wantedOrganizationId,
      change: change && { from: change.oldEmail, to: change.newEmail },
      signedInAs: other ? self.email : null,
      signedIn: self !== null,
    }
  },
})
