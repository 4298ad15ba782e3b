import 'server-only'
import { z } from 'zod'
import { isOutside } from '@/lib/domain/invitation-domains'
import { judgeSends } from '@/lib/domain/invitation-limits'
import { moment } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import type { ReadDb } from '@/lib/platform/db/doors'
import { membersAmong } from '@/lib/platform/db/member-list'
import { policyRow } from '@/lib/platform/db/policy-row'
import { countUse, usage } from '../internal/open-invitations'
import { invitationLimits, presentDelivery } from '../internal/settings'
import { deliveries } from '../invitation'

/** What sending would meet, for the dialog to say before the button: the command decides again. */
export const previewInvitations = defineQuery({
  name: 'invitation.preview',
  summary: 'Say which addresses are members or invited already, and what the limits leave',
  scope: 'organization',
  permission: 'invitation.send',
  input: z.object({
    emails: z.array(z.string().max(400)).max(5_000),
    /** Whether those who are invited already would get a new link. */
    replace: z.boolean().default(true),
  }),
  output: z.object({
    members: z.array(z.string()),
    /** Those of them who are suspended: restored, they need no invitation. */
    suspended: z.array(z.string()),
    invited: z.array(z.object({ email: z.string(), sentAt: moment, expiresAt: moment })),
    /** Those that would go over a limit, were all of them sent now, with the sentence that says when. */
    limited: z.array(z.object({ email: z.string(), reason: z.string() })),
    /** The domains that are invited; none: every address may be. */
    domains: z.array(z.string()),
    delivery: z.enum(deliveries),
    limits: z.object({
      pending: z.int(),
      maxPending: z.int(),
      sentInDay: z.int(),
      maxPerDay: z.int(),
      lifetimeDays: z.int(),
    }),
  }),
  ahead: (db, { emails }, now) =>
    emails.length > 0
      ? { read: Promise.resolve(), all: false }
      : { read: room(db, now), all: true },
  async run({ db, now }, { emails, replace }) {
    // The page asks for no address, each time: it is told the numbers, and no row is read.
    if (emails.length === 0) return { ...none, ...answer(await room(db, now)) }
    const domains = (await policyRow(db))?.invitationDomains ?? []
    const { pending, sentAt } = await usage(db, now)
    const asked = new Set(emails)
    const members = await membersAmong(db, emails)
    const limits = invitationLimits()
    const open = new Set(replace ? [] : pending.map(({ email }) => email))
    const sends = [...asked].filter(
      (email) => !members.has(email) && !open.has(email) && !isOutside(email, domains),
    )
    return {
      members: [...members.keys()],
      suspended: [...members].flatMap(([email, suspended]) => (suspended ? [email] : [])),
      invited: pending
        .filter(({ email }) => asked.has(email))
        .map(({ email, createdAt, expiresAt }) => ({ email, sentAt: createdAt, expiresAt })),
      limited: judgeSends({ limits, pending, sentAt, sends, now }).flatMap((verdict) =>
        verdict.allowed ? [] : [{ email: verdict.email, reason: verdict.reason }],
      ),
      ...answer({ pending: pending.length, sent: sentAt.length, domains }),
    }
  },
})

const none = { members: [], suspended: [], invited: [], limited: [] }

const answer = ({ pending, sent, domains }: Awaited<ReturnType<typeof room>>) => ({
  domains,
  delivery: presentDelivery(),
  limits: { ...invitationLimits(), pending, sentInDay: sent },
})

const room = (db: ReadDb, now: Date) => countUse(db, invitationLimits(), now)
