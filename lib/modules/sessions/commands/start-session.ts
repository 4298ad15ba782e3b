import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { changed, defineCommand } from '@/lib/kernel/define'
import { Problem } from '@/lib/kernel/problem'
import { admits } from '@/lib/modules/policy/policy-rules'
import { noticeTo } from '@/lib/platform/mail/notice-to'
import { actorOf, closeSession } from '../internal/close-session'
import { isNewDevice } from '../internal/known-device'
import { redeem } from '../internal/redeem'
import { finished, newSession, sessionLifetime } from '../session'
import { notHere } from '../sign-in-steps'

/** Turns a finished sign-in into a session, once. A session that this browser had before ends. */
export const startSession = defineCommand({
  name: 'session.start',
  summary: 'Redeem a finished sign-in for a session',
  scope: 'public',
  event: 'session.started',
  furtherEvents: ['session.ended'],
  input: finished.extend({
    /** The browser's long-lived cookie, by which it is known again. */
    device: z.string().max(100).optional(),
  }),
  output: z.object({ sessionId: idOf('ses') }),
  async run(context, { device, ...input }) {
    const { db, caller, now } = context
    const redeemed = await redeem(db, input, now)
    if (!redeemed) throw ended()
    const { seat, proof } = redeemed
    const { organizationId, membershipId, personId } = seat
    // This row lock orders it against removal and against a proven address taking over (invitation acceptance):
    // both change the membership first and end its sessions after.
    const { count } = await db.membership.updateMany({
      where: { organizationId, id: membershipId, personId, endedAt: null, suspendedAt: null },
      data: { lastActiveAt: now },
    })
    if (count === 0) throw ended()
    const member = await db.membership.findFirstOrThrow({
      where: { organizationId, id: membershipId },
    })
    const policy = await db.organizationPolicy.findUnique({ where: { organizationId } })
    // It may have changed since the ticket was made.
    if (policy && proof.method && !admits(policy, proof.method)) throw notHere()
    const lifetime = policy?.sessionHours ? policy.sessionHours * 3_600_000 : sessionLifetime
    const row = newSession(seat, proof, caller.origin, now, Math.min(lifetime, sessionLifetime))
    await db.session.create({ data: row })
    if (device && (await isNewDevice(db, personId, device, now))) {
      await noticeTo(context, { id: personId, email: member.email }, { kind: 'new_device' })
    }
    const started = {
      organizationId,
      actor: actorOf(member, row.id),
      subject: { kind: 'session', id: row.id, label: member.name, of: member.id },
      after: { method: proof.method, factor: proof.factor, expiresAt: row.expiresAt },
    } as const
    const earlier =
      caller.kind === 'session' ? await closeSession(db, caller, 'replaced', now) : null
    const more = earlier ? [{ ...earlier, event: 'session.ended' as const }] : []
    return changed({ sessionId: row.id }, started, ...more)
  },
})

const ended = () =>
  new Problem('unauthenticated', 'This sign-in has ended or was used already. Sign in again.')
