import { encode } from 'next-auth/jwt'
import { newId } from '@/lib/domain/id'
import { mintLoginCode, pageCodeOf } from '@/lib/domain/login-code'
import type { CloudRole, OrganizationRole, ProjectRole } from '@/lib/domain/roles'
import { hashToken } from '@/lib/domain/tokens'
import { totpPurpose } from '@/lib/modules/factors/internal/prove-factor'
import { newMembership } from '@/lib/modules/members/member'
import { type LinkPurpose, mintLink } from '@/lib/modules/persons/link'
import { cookieNames } from '@/lib/platform/auth/cookies'
import { tokenSecret } from '@/lib/platform/auth/token-secret'
import { hashPassword } from '@/lib/platform/crypto/password-hash'
import { newRecoveryCodes, recoveryCodeHash } from '@/lib/platform/crypto/recovery-codes'
import { seal } from '@/lib/platform/crypto/seal'
import { newTotpSecret } from '@/lib/platform/crypto/totp'
import { inSystem } from '@/lib/platform/db/doors'
import { engine } from '@/lib/platform/db/engine'
import { alsoMember, invite, password } from '@/lib/testing/accounts'
import {
  eventsOf,
  makeKey,
  makeMember,
  makeOrganization,
  type TestMember,
} from '@/lib/testing/people'
import { bindToCloud, bindToProject, makeCloud, makeProject } from '@/lib/testing/resources'
import { makeAccount } from '@/lib/testing/service-accounts'
import { everyRow } from './every-row'

// Runs beside the specs with the same database as the server under test, and makes what they begin with.

export type Member = Omit<TestMember, 'caller'> & {
  password: string
  cookie: { name: string; value: string }
}
export type Organization = {
  id: string
  name: string
  owner: Member
  secondOwner: Member
  collaborator: Member
  stranger: Member
}

let hash: Promise<string> | undefined // argon2 is slow on purpose: once is enough

/** A member who knows the password, with the cookie of a session. */
async function ready({ caller, ...member }: TestMember, proven = false): Promise<Member> {
  hash ??= hashPassword(password)
  const passwordHash = await hash
  const standing = proven ? { emailProvenAt: new Date(), homeOrganizationId: null } : {}
  await inSystem((db) =>
    db.person.update({ where: { id: member.personId }, data: { passwordHash, ...standing } }),
  )
  const token = { sid: caller.sessionId }
  const value = await encode({ token, secret: tokenSecret(), maxAge: 86_400 })
  return { ...member, password, cookie: { name: cookieNames.session(), value } }
}

const inDays = (days: number | undefined) =>
  days === undefined ? null : new Date(Date.now() + days * 86_400_000)
const asInviter = (member: Member) => member as unknown as TestMember
const makeCaller = async (member: Member) =>
  (await makeKey(member)) as unknown as Pick<TestMember, 'caller'>

const world = {
  /** An organization of its own, and a stranger who owns another. */
  async organization(name?: string): Promise<Organization> {
    const made = await makeOrganization(name)
    const [owner, secondOwner, collaborator, stranger] = await Promise.all(
      [made.owner, made.secondOwner, made.collaborator, made.stranger].map((each) => ready(each)),
    )
    return {
      id: made.id,
      name: made.name,
      owner,
      secondOwner,
      collaborator,
      stranger,
    } as Organization
  },

  /** Somebody more; `proven`: the one account of that address. */
  async member(
    organizationId: string,
    given: { role?: OrganizationRole; name?: string; email?: string; proven?: boolean } = {},
  ): Promise<Member> {
    const { role, proven, ...rest } = given
    return ready(await makeMember(organizationId, role, rest), proven)
  },

  /** Makes somebody a member of a further organization too, with the same account. */
  async join(member: Member, organizationId: string, role: OrganizationRole): Promise<Member> {
    const { id, userId } = await alsoMember(member, organizationId, { role })
    return { ...member, organizationId, id, userId, role }
  },

  /** Many collaborators at once, joined a minute apart, the first of them last. */
  async crowd(organizationId: string, people: { name: string; email: string }[]): Promise<void> {
    const rows = people.map(({ name, email }, index) => {
      const person = { id: newId('per'), name, email, homeOrganizationId: organizationId }
      const now = new Date(Date.now() - index * 60_000)
      const given = { organizationId, personId: person.id, name, email, now }
      return {
        person,
        member: newMembership({ ...given, role: 'collaborator', source: 'invitation' }),
      }
    })
    await inSystem(async (db) => {
      await db.person.createMany({ data: rows.map(({ person }) => person) })
      await db.membership.createMany({ data: rows.map(({ member }) => member) })
    })
  },

  /** The token of an invitation. Negative `days`: one that has ended. */
  async invitation(
    inviter: Member,
    email: string,
    given: { role?: OrganizationRole; delivery?: 'mail' | 'link'; days?: number } = {},
  ): Promise<string> {
    const { days = 7 } = given
    const token = await invite(asInviter(inviter), email, { ...given, days })
    if (days < 0) {
      const { organizationId } = inviter
      const createdAt = new Date(Date.now() - 8 * 86_400_000)
      await inSystem((db) =>
        db.invitation.updateMany({ where: { organizationId, email }, data: { createdAt } }),
      )
    }
    return token
  },

  /** The token of a mailed link: for this account, or (without one) for an address. */
  async link(purpose: LinkPurpose, { email, personId }: { email: string; personId?: string }) {
    const given = { purpose, email, personId: personId ?? null }
    return (await inSystem((db) => mintLink(db, given, new Date()))).token
  },

  /** A live API key of a member or of a service account. */
  key: async (member: Pick<Member, 'id' | 'organizationId'>): Promise<string> =>
    (await makeKey(member)).key,

  /** A service account that this owner made. */
  async account(owner: Member, given: { name?: string; description?: string } = {}) {
    const { caller } = await makeCaller(owner)
    const { id, name, organizationId } = await makeAccount({ ...asInviter(owner), caller }, given)
    return { id, name, organizationId }
  },

  /** As if every key of somebody had been used just now. */
  async touchKeys({ id: membershipId }: Pick<Member, 'id'>): Promise<void> {
    const data = { lastUsedAt: new Date() }
    await inSystem((db) => db.apiKey.updateMany({ where: { membershipId }, data }))
  },

  /** The code in the address of a login's page. Negative `minutes`: one that has ended. */
  async login(minutes = 600): Promise<string> {
    const pageCode = await pageCodeOf(mintLoginCode())
    const at = { createdAt: new Date(), expiresAt: new Date(Date.now() + minutes * 60_000) }
    const asked = { seconds: 0n, address: '2001:db8::7', client: `CLI/${'9'.repeat(40)}` }
    const codeHash = await hashToken(pageCode)
    await inSystem((db) => db.loginCode.create({ data: { codeHash, ...at, ...asked } }))
    return pageCode
  },

  /** Ends every session of a member, as another owner or time would. */
  async endSessions({ id }: Pick<Member, 'id'>): Promise<void> {
    const ended = { endedAt: new Date(), endedBecause: 'signed_out' }
    await inSystem((db) => db.session.updateMany({ where: { membershipId: id }, data: ended }))
  },

  /** The sessions of a member, as if they were begun and last used so long ago. */
  async ageSessions({ id: membershipId }: Member, minutes: number): Promise<void> {
    const at = new Date(Date.now() - minutes * 60_000)
    const data = { createdAt: at, lastActiveAt: at }
    await inSystem((db) => db.session.updateMany({ where: { membershipId }, data }))
  },

  /** The log of an organization, oldest first. */
  async events(organizationId: string) {
    const rows = await eventsOf(organizationId)
    return rows.map(({ event, actor, subject, before, after }) => ({
      event,
      actor: actor as { id: string; name: string; email?: string },
      subject: subject as { kind: string; id: string; label: string },
      before: before as Record<string, unknown> | null,
      after: after as Record<string, unknown> | null,
    }))
  },

  /** Every membership that an address has or had in an organization, oldest first. */
  memberships: (organizationId: string, email: string) =>
    inSystem((db) =>
      db.membership.findMany({
        where: { organizationId, email },
        orderBy: { createdAt: 'asc' },
        select: { id: true, userId: true, role: true, endedAt: true },
      }),
    ),

  /** Ends every key of a member. */
  async revokeKeys({ id: membershipId }: Member): Promise<void> {
    const data = { revokedAt: new Date() }
    await inSystem((db) => db.apiKey.updateMany({ where: { membershipId }, data }))
  },

  /** Lets the last proof of who somebody is be eleven minutes old, in every session of theirs. */
  async ageProof({ personId }: Pick<Member, 'personId'>): Promise<void> {
    const authenticatedAt = new Date(Date.now() - 11 * 60_000)
    await inSystem((db) =>
      db.session.updateMany({ where: { personId }, data: { authenticatedAt } }),
    )
  },

  /** Gives somebody an authenticator app and recovery codes; the secret of the app. */
  async factor({ personId }: Pick<Member, 'personId'>): Promise<string> {
    const [id, secret, now] = [newId('fct'), newTotpSecret(), new Date()]
    const app = { id, personId, kind: 'totp', name: 'Phone', confirmedAt: now }
    await inSystem(async (db) => {
      await db.factor.create({ data: { ...app, secret: seal(totpPurpose(id), secret) } })
      const codes = newRecoveryCodes().map((code) => recoveryCodeHash(personId, code))
      await db.recoveryCode.createMany({ data: codes.map((codeHash) => ({ personId, codeHash })) })
    })
    return secret
  },

  /** As if the sessions of somebody had begun before they had a second factor. */
  async forgetFactor({ personId }: Pick<Member, 'personId'>): Promise<void> {
    await inSystem((db) => db.session.updateMany({ where: { personId }, data: { factor: null } }))
  },

  /** An organization asks its people for a second factor, without grace. */
  async demandFactor(organizationId: string): Promise<void> {
    const demanded = {
      secondFactorRequired: true,
      secondFactorGraceDays: 0,
      secondFactorSince: new Date(Date.now() - 60_000),
    }
    await inSystem((db) =>
      db.organizationPolicy.upsert({
        where: { organizationId },
        create: { ...demanded, organizationId },
        update: demanded,
      }),
    )
  },

  /** A cloud of that owner's organization, with its default project. */
  async cloud(owner: Member, given: Parameters<typeof makeCloud>[1] = {}) {
    const { id, name, project } = await makeCloud(asInviter(owner), given)
    return { id, name, defaultProject: project.id }
  },

  /** A project on a cloud, private unless said; nobody holds a role in it yet. */
  async project(
    creator: Member,
    cloudId: string,
    given: Parameters<typeof makeProject>[2] = {},
  ): Promise<{ id: string; cloudId: string; name: string }> {
    const { id, name } = await makeProject(asInviter(creator), { id: cloudId }, given)
    return { id, cloudId, name }
  },

  /** A role of a member on a cloud; `days`: it ends so many days from now, or did. */
  async onCloud(
    member: Pick<Member, 'id' | 'organizationId'>,
    cloudId: string,
    { role, days, ...given }: { role?: CloudRole; days?: number; readOnly?: boolean } = {},
  ): Promise<void> {
    await bindToCloud(member, { id: cloudId }, role, { ...given, endsAt: inDays(days) })
  },

  /** A role of a member in a project. */
  async inProject(
    member: Member,
    project: { id: string; cloudId: string },
    { role, days, ...given }: { role?: ProjectRole; days?: number; origin?: 'creator' } = {},
  ): Promise<void> {
    await bindToProject(asInviter(member), project, role, { ...given, endsAt: inDays(days) })
  },

  /** Every row of the database as text, in whatever table and column. */
  async everything(): Promise<string[]> {
    const { raw } = await engine()
    const tables = await everyRow((sql) => raw.query(sql))
    return [...tables.values()].flat()
  },
}
export type World = typeof world

type Call = { id: number; method: keyof World; args: unknown[] }

process.on('message', async ({ id, method, args }: Call) => {
  const run = world[method] as (...args: unknown[]) => Promise<unknown>
  const answer = await run(...args).then(
    (value) => ({ id, value }),
    (error: Error) => ({ id, error: error.stack ?? String(error) }),
  )
  process.send?.(answer)
})
process.on('disconnect', () => process.exit(0))
