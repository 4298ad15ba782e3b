import 'server-only'
import { z } from 'zod'
import { organizationName } from '@/lib/domain/schemas'
import { readSelf } from '@/lib/kernel/access'
import { changed, defineCommand } from '@/lib/kernel/define'
import { refuse } from '@/lib/kernel/problem'
import { SignInStep } from '@/lib/modules/sessions/session'
import { signInAsMember } from '@/lib/modules/sessions/sign-in-as-member'
import { vouchedBy } from '@/lib/modules/sessions/vouch'
import type { IdentityDb } from '@/lib/platform/db/doors'
import { env } from '@/lib/platform/env'
import { founding } from '../founding'
import { creationDenial } from '../organization-rules'

const DAY = 86_400_000 // ms

/** A further organization, of which one is the owner and in which one goes on; the present one stays as it is. */
export const createOrganization = defineCommand({
  name: 'organization.create',
  summary: 'Make a further organization and go there',
  scope: 'person',
  event: 'organization.created',
  furtherEvents: ['member.joined'],
  rateLimit: { limit: 'organization' },
  input: z.object({ name: organizationName }),
  output: SignInStep,
  async run({ db, caller, now, lockOrganization }, { name }) {
    await readSelf(db, caller)
    const { personId } = caller
    // Two tries at once are counted one after the other: any id serves as a lock.
    await lockOrganization(personId)
    const person = await db.person.findUniqueOrThrow({ where: { id: personId } })
    refuse(
      creationDenial(person, {
        setting: env.ORGANIZATION_CREATION,
        today: await foundedSince(db, personId, new Date(now.getTime() - DAY)),
      }),
    )
    const vouched = await vouchedBy(db, caller)
    const { email } = person
    const founder = { personId, email, name: person.name }
    const { organization, member, events } = founding(name, founder, now)
    await db.organization.create({ data: organization })
    await db.membership.create({ data: member })
    const seat = { email, personId, organizationId: organization.id }
    const step = await signInAsMember(db, seat, vouched, now)
    const [created, joined] = events
    return changed<SignInStep, 'person'>(step, created, joined)
  },
})

const foundedSince = (db: IdentityDb, personId: string, from: Date) =>
  db.membership.count({ where: { personId, source: 'founder', createdAt: { gt: from } } })
