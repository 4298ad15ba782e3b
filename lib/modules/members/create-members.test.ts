import { describe, expect, test } from 'vitest'
import { newPerson } from '@/lib/modules/persons/person'
import { hashPassword } from '@/lib/platform/crypto/password-hash'
import { inSystem, inTenant } from '@/lib/platform/db/doors'
import { invite, password, signIn, someAddress, visitor } from '@/lib/testing/accounts'
import { as, eventsOf, makeMember, makeOrganization } from '@/lib/testing/people'
import { acceptAsNew } from '../invitations/commands/accept-as-new'
import { createMembers } from './commands/create-members'
import { removeMember } from './commands/remove-member'
import { listMembers } from './queries/list-members'

const newcomer = (email = someAddress(), name = 'New Comer') => ({ email, name, password })
const people = (organizationId: string) =>
  inSystem((db) => db.membership.count({ where: { organizationId, endedAt: null } }))
const accountsOf = (email: string) =>
  inSystem((db) =>
    db.person.findMany({
      where: { email },
      omit: { passwordHash: false },
      orderBy: { createdAt: 'asc' },
    }),
  )

describe('member.create', () => {
  test('makes a collaborator who signs in with that password, here alone, unproven', async () => {
    const organization = await makeOrganization()
    const { owner } = organization
    const email = someAddress()
    const { members } = await as(owner).run(createMembers, {
      people: [newcomer(email.toUpperCase())],
    })
    expect(members).toMatchObject([
      { email, role: 'collaborator', source: 'owner', lastActiveAt: null, version: 1 },
    ])
    expect(await accountsOf(email)).toMatchObject([
      { emailProvenAt: null, homeOrganizationId: organization.id },
    ])
    const { caller } = await signIn(email)
    expect(caller).toMatchObject({
      organizationId: organization.id,
      membershipId: members[0]?.id,
    })
    const listed = await as(owner).run(listMembers, { search: 'new comer' })
    expect([listed.people, listed.rows.map(({ id }) => id)]).toEqual([4, [members[0]?.id]])
    await expect(organization).toHaveRecorded('member.joined')
    const [joined] = (await eventsOf(organization.id)).filter(
      ({ event }) => event === 'member.joined',
    )
    expect(joined?.after).toEqual({ email, role: 'collaborator', source: 'owner' })
    expect(JSON.stringify(await eventsOf(organization.id))).not.toContain(password)
  })

  test('other accounts of the address stay as they are, and nothing tells that there are any', async () => {
    const { owner, stranger } = await makeOrganization()
    const email = someAddress()
    const passwordHash = await hashPassword('another ladder of quiet velvet')
    const given = { email, name: 'Ann Elsewhere', passwordHash, now: new Date() }
    const elsewhere = { homeOrganizationId: stranger.organizationId }
    const before = [
      newPerson({ ...given, standing: 'proven' }),
      newPerson({ ...given, standing: elsewhere }),
    ]
    await inSystem((db) => db.person.createMany({ data: before }))
    const answers = await Promise.all(
      [newcomer(email), newcomer()].map((person) =>
        as(owner).run(createMembers, { people: [person] }),
      ),
    )
    const shape = answers.map(({ members }) => Object.keys(members[0] ?? {}).sort())
    expect(shape[0]).toEqual(shape[1])
    const after = await accountsOf(email)
    expect(after).toHaveLength(3)
    for (const account of before)
      expect(after).toContainEqual({ ...account, passwordChangedAt: null })
  })

  test('all or nobody: a member, a weak password, an address twice', async () => {
    const { id, owner, collaborator } = await makeOrganization()
    const before = await people(id)
    const weak = { ...newcomer(), password: 'halden robotics halden' }
    const twice = someAddress()
    await expect(
      as(owner).run(createMembers, { people: [newcomer(), newcomer(collaborator.email)] }),
    ).toBeProblem('already_member', new RegExp(`^${collaborator.email} is already a member of`))
    await expect(as(owner).run(createMembers, { people: [newcomer(), weak] })).toBeProblem(
      'invalid_input',
      /^The password of .* can’t be used\./,
    )
    await expect(
      as(owner).run(createMembers, { people: [newcomer(twice), newcomer(` ${twice} `)] }),
    ).toBeProblem('invalid_input', /stands here twice/)
    expect(await people(id)).toBe(before)
  })

  test('whoever was removed keeps the password that they set', async () => {
    const { id, owner } = await makeOrganization()
    const member = await makeMember(id, 'collaborator', { email: someAddress() })
    const [account] = await accountsOf(member.email)
    await as(owner).run(removeMember, { memberId: member.id })
    await expect(
      as(owner).run(createMembers, { people: [newcomer(), newcomer(member.email)] }),
    ).toBeProblem('conflict', /had an account here before/)
    expect(await accountsOf(member.email)).toEqual([account])
    expect(await people(id)).toBe(3)
  })

  test('a pending invitation to the address is revoked, and its link is of no use later', async () => {
    const organization = await makeOrganization()
    const { owner } = organization
    const email = someAddress()
    const token = await invite(owner, email)
    const { members } = await as(owner).run(createMembers, { people: [newcomer(email)] })
    await expect(organization).toHaveRecorded('invitation.revoked')
    await as(owner).run(removeMember, { memberId: members[0]?.id as string })
    await expect(
      as(visitor()).run(acceptAsNew, { token, name: 'Once More', password }),
    ).toBeProblem('invitation_revoked')
  })

  test('a collaborator may not, and the refusal is on record', async () => {
    const organization = await makeOrganization()
    await expect(
      as(organization.collaborator).run(createMembers, { people: [newcomer()] }),
    ).toBeProblem('forbidden', /Only owners can add people without an invitation/)
    await expect(organization).toHaveRecorded('access.denied')
  })
})

describe('the door of an organization', () => {
  const raw = (organizationId: string, sql: string, ...values: unknown[]) =>
    inTenant(organizationId, (db) =>
      (
        db as unknown as { $queryRawUnsafe(sql: string, ...values: unknown[]): Promise<unknown> }
      ).$queryRawUnsafe(sql, ...values),
    )

  test('neither reads nor writes accounts, and adds no membership of its own', async () => {
    const { id, owner } = await makeOrganization()
    for (const sql of [
      'SELECT email FROM person',
      `UPDATE person SET name = 'x' WHERE id = '${owner.personId}'`,
      `INSERT INTO person (id, email, email_proven_at, name) VALUES ('per_x', 'x@b.example', now(), 'x')`,
      `INSERT INTO membership (id, user_id, person_id, email, name, role, source, searchable, sort_key)
       VALUES ('ide_x', 'usr_x', '${owner.personId}', 'x@b.example', 'x', 'owner', 'owner', 'x', 'x')`,
    ]) {
      await expect(raw(id, sql), sql).rejects.toThrow(/permission denied/)
    }
  })

  test('makes accounts of its own organization alone, whatever it asks for', async () => {
    const { id, stranger } = await makeOrganization()
    const email = someAddress()
    const asked = {
      person_id: `per_${email}`,
      id: `ide_${email}`,
      user_id: `usr_${email}`,
      email,
      name: 'x',
      searchable: 'x',
      sort_key: 'x',
      organization_id: stranger.organizationId,
      home_organization_id: stranger.organizationId,
      email_proven_at: '2026-01-01Z',
      role: 'owner',
    }
    await raw(
      id,
      'SELECT email FROM create_accounts($1::jsonb, now()) AS made(email)',
      JSON.stringify([asked]),
    )
    expect(await accountsOf(email)).toMatchObject([{ emailProvenAt: null, homeOrganizationId: id }])
    const made = await inSystem((db) => db.membership.findMany({ where: { email } }))
    expect(made).toMatchObject([{ organizationId: id, role: 'collaborator', source: 'owner' }])
  })
})
