import { randomInt } from 'node:crypto'
import { newId } from '@/lib/domain/id'
import { hashToken, mintToken } from '@/lib/domain/tokens'
import type { AnonymousCaller, SessionCaller } from '@/lib/kernel/caller'
import { gateOf } from '@/lib/kernel/gate'
import { isProblem } from '@/lib/kernel/problem'
import { proveKey } from '@/lib/kernel/prove-key'
import { newInvitation } from '@/lib/modules/invitations/invitation'
import { newMembership } from '@/lib/modules/members/member'
import { signInWithPassword } from '@/lib/modules/sessions/commands/sign-in-with-password'
import { startSession } from '@/lib/modules/sessions/commands/start-session'
import type { Finished, SignInStep } from '@/lib/modules/sessions/session'
import { hashPassword } from '@/lib/platform/crypto/password-hash'
import { inSystem } from '@/lib/platform/db/doors'
import { findSessionHolder } from '@/lib/platform/db/lookups'
import { presentedKey } from '@/lib/transport/api/key-caller'
import { as, makeMember, origin, type TestMember } from './people'

export const password = 'velvet harbour quiet ladder'

/** Somebody at a browser who is not signed in, at an address of their own, so that tries are counted apart. */
export const visitor = (): { caller: AnonymousCaller } => {
  visited = (visited + 1) % 65_536
  const address = `198.18.${visited >> 8}.${visited & 255}`
  return { caller: { kind: 'anonymous', origin: { ...origin, address } } }
}
// One after the other: two by chance would share the limits of one.
let visited = randomInt(65_536)

/** An address that no other test has. */
export const someAddress = () => `p${mintToken('ticket').slice(8, 20).toLowerCase()}@victim.example`

/** A member who knows the password. */
export async function makeMemberWithPassword(...given: Parameters<typeof makeMember>) {
  const member = await makeMember(...given)
  await givePassword(member.personId, password)
  return member
}
export const givePassword = async (personId: string, text: string) => {
  const passwordHash = await hashPassword(text)
  await inSystem((db) => db.person.update({ where: { id: personId }, data: { passwordHash } }))
}

/** Makes somebody a member of a further organization too, with the same account. */
export async function alsoMember(
  { personId, email, name }: Pick<TestMember, 'personId' | 'email' | 'name'>,
  organizationId: string,
  given: { role?: 'owner' | 'collaborator'; lastActiveAt?: Date } = {},
) {
  const { role = 'collaborator', lastActiveAt } = given
  const who = { organizationId, personId, email, name, role, source: 'invitation' as const }
  const row = newMembership({ ...who, now: new Date() })
  await inSystem((db) =>
    db.membership.create({ data: { ...row, ...(lastActiveAt && { lastActiveAt }) } }),
  )
  return row
}

type Offered = { role?: 'owner' | 'collaborator'; delivery?: 'mail' | 'link'; days?: number }

/** The token of an invitation: mailed to the address, or copied by the owner. */
export async function invite(inviter: TestMember, email: string, offered: Offered = {}) {
  const token = mintToken('invitation')
  const row = newInvitation({
    email,
    role: offered.role ?? 'collaborator',
    invitedById: inviter.id,
    tokenHash: await hashToken(token),
    delivery: offered.delivery ?? 'link',
    lifetimeDays: offered.days ?? 7,
    now: new Date(),
  })
  const { organizationId } = inviter
  await inSystem((db) => db.invitation.create({ data: { ...row, organizationId } }))
  return token
}

/** Redeems a finished sign-in as the browser does, and gives back who is signed in. */
export async function enter(
  who: { caller: AnonymousCaller | SessionCaller },
  step: Finished | SignInStep,
) {
  const { sessionId } = await as(who).run(startSession, entered(step))
  return { caller: await callerOf(sessionId, who.caller.origin) }
}

async function callerOf(sessionId: string, from = origin): Promise<SessionCaller> {
  const holder = await findSessionHolder(sessionId)
  if (!holder) throw new Error('The session does not live.')
  return {
    kind: 'session',
    organizationId: holder.organization_id,
    membershipId: holder.membership_id,
    sessionId: holder.session_id,
    personId: holder.person_id,
    authenticatedAt: holder.authenticated_at,
    gate: gateOf(holder, [], new Date()),
    origin: from,
  }
}

export async function signIn(email: string, text = password, organizationId?: string) {
  const who = visitor()
  const given = { email, password: text, ...(organizationId && { organizationId }) }
  return enter(who, entered(await as(who).run(signInWithPassword, given)))
}

/** The secrets of a sign-in that needs nothing further. */
export function entered(step: SignInStep | Finished): Finished {
  if ('step' in step && step.step !== 'enter') throw new Error(`The sign-in wants ${step.step}.`)
  return step
}

/** Whether an address and a password begin a sign-in. */
export const signsIn = (email: string, text: string) =>
  as(visitor())
    .run(signInWithPassword, { email, password: text })
    .then(
      () => true,
      () => false,
    )

export const isLive = async ({ caller }: { caller: SessionCaller }) =>
  (await findSessionHolder(caller.sessionId)) !== null

/** Whether a door lets the key in, as it would a request's. */
export const isKeyLive = (key: string): Promise<boolean> =>
  presentedKey(request(key), { address: '203.0.113.7', requestId: 'req_test' })
    .then(proveKey)
    .then(
      () => true,
      (error) => {
        if (isProblem(error) && error.code === 'unauthenticated') return false
        throw error
      },
    )
const request = (key: string) =>
  new Request('http://localhost/', { headers: { authorization: `Bearer ${key}` } })

/** A confirmed second factor of somebody; nobody can prove it. */
export const giveFactor = (personId: string, kind: 'passkey' | 'totp' = 'totp') =>
  inSystem((db) =>
    db.factor.create({
      data: {
        ...(kind === 'totp'
          ? { secret: 'sealed' }
          : { credentialId: newId('fct'), publicKey: 'x' }),
        id: newId('fct'),
        personId,
        kind,
        name: kind,
        confirmedAt: new Date(),
      },
    }),
  )

export const proveAddress = (personId: string) =>
  inSystem((db) =>
    db.person.update({
      where: { id: personId },
      data: { emailProvenAt: new Date(), homeOrganizationId: null },
    }),
  )

export const personOf = (id: string) =>
  inSystem((db) => db.person.findUniqueOrThrow({ where: { id }, omit: { passwordHash: false } }))
