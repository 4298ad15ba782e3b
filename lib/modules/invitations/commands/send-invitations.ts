import 'server-only'
import { z } from 'zod'
import { isOutside, outsideSentence } from '@/lib/domain/invitation-domains'
import { judgeSends } from '@/lib/domain/invitation-limits'
import { idOf, moment, organizationRole } from '@/lib/domain/schemas'
import { parsePersonEmail } from '@/lib/domain/service-account'
import { changed, defineCommand, unchanged } from '@/lib/kernel/define'
import { suspendedMember } from '@/lib/modules/members/member-rules'
import { membersAmong } from '@/lib/platform/db/member-list'
import { Inviter } from '../internal/inviter'
import { readUse, usageFor } from '../internal/open-invitations'
import { invitationLimits, presentDelivery } from '../internal/settings'
import { deliveries } from '../invitation'

export const sendOutcomes = [
  'invited',
  'replaced',
  'already_member',
  'invalid',
  'limit',
  'outside',
] as const

/** What happened to one address. `link` is a secret: shown once, stored nowhere, absent when it was mailed. */
const SendResult = z.object({
  given: z.string(),
  outcome: z.enum(sendOutcomes),
  email: z.string().optional(),
  id: idOf('orginv').optional(),
  link: z.string().optional(),
  expiresAt: moment.optional(),
  replacedSentAt: moment.optional(),
  /** Why nothing was sent, as a sentence. */
  detail: z.string().optional(),
  /** When a place under the limit comes free. */
  availableAt: moment.optional(),
})
export type SendResult = z.output<typeof SendResult>
type Outcome = z.input<typeof SendResult>

export const sendInvitations = defineCommand({
  name: 'invitation.send',
  summary: 'Invite people by email address',
  scope: 'organization',
  permission: 'invitation.send',
  event: 'invitation.sent',
  furtherEvents: ['invitation.revoked'],
  lock: 'organization', // the limits count
  fresh: ({ role }) => role === 'owner',
  input: z.object({
    addresses: z.array(z.string().max(1_000)).min(1, 'Enter at least one address.').max(1_000),
    role: organizationRole.default('collaborator'),
    /** `link` makes a link to pass on even where mail is set up. */
    delivery: z.enum(deliveries).optional(),
  }),
  output: z.object({ delivery: z.enum(deliveries), results: z.array(SendResult) }),
  ahead(db, { addresses }, now) {
    const { emails } = parsedFrom(addresses)
    const read = [membersAmong(db, emails), readUse(db, emails, invitationLimits(), now)]
    return { read: Promise.all(read), all: false }
  },
  async run(context, { addresses, role, delivery = presentDelivery() }) {
    const { db, now } = context
    const { parsed, emails } = parsedFrom(addresses)
    const limits = invitationLimits()
    const [members, { pending, sentAt, domains }] = await Promise.all([
      membersAmong(db, emails),
      usageFor(db, emails, limits, now),
    ])
    const outside = emails.filter((email) => !members.has(email) && isOutside(email, domains))
    const left = new Set([...members.keys(), ...outside])
    const verdicts = judgeSends({
      limits,
      pending,
      sentAt,
      sends: emails.filter((email) => !left.has(email)),
      now,
    })
    // Without SMTP nothing can be mailed, whatever was asked.
    const inviter = new Inviter(context, role, presentDelivery() === 'mail' ? delivery : 'link')
    const outcomes = new Map<string, Omit<Outcome, 'given'>>()
    for (const [email, suspended] of members) outcomes.set(email, alreadyMember(email, suspended))
    for (const email of outside) {
      const detail = outsideSentence(email, domains)
      outcomes.set(email, { email, outcome: 'outside', detail })
    }
    for (const verdict of verdicts) {
      const { email } = verdict
      const replaced = pending.find((row) => row.email === email)
      outcomes.set(
        email,
        verdict.allowed
          ? await inviter.invite(email, replaced)
          : {
              email,
              outcome: 'limit',
              detail: verdict.reason,
              availableAt: verdict.at ?? undefined,
            },
      )
    }
    const results = parsed.map(
      (address): Outcome => ({
        given: address.given,
        ...(address.ok
          ? (outcomes.get(address.email) as Omit<Outcome, 'given'>)
          : { outcome: 'invalid', detail: address.fault }),
      }),
    )
    const result = { delivery: inviter.delivery, results }
    if (inviter.sent.length === 0) return unchanged(result)
    return changed(result, inviter.sent, ...inviter.replaced)
  },
})

function parsedFrom(addresses: string[]) {
  const parsed = addresses.map((given) => ({ given, ...parsePersonEmail(given) }))
  const emails = [...new Set(parsed.flatMap((address) => (address.ok ? [address.email] : [])))]
  return { parsed, emails }
}

const alreadyMember = (email: string, suspended: boolean) => ({
  email,
  outcome: 'already_member' as const,
  detail: suspended ? suspendedMember(email) : `${email} is already a member of your organization.`,
})
