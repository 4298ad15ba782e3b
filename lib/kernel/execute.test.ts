import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { sendInvitations } from '@/lib/modules/invitations/commands/send-invitations'
import { changeRole } from '@/lib/modules/members/commands/change-role'
import { inSystem, inTenant, readTenant } from '@/lib/platform/db/doors'
import { lock } from '@/lib/platform/db/locks'
import { findSessionHolder } from '@/lib/platform/db/lookups'
import { as, eventsOf, makeOrganization } from '@/lib/testing/people'
import { changed, defineCommand, defineQuery } from './define'

describe('the caller’s access is what it is inside the transaction', () => {
  test('a demoted owner’s command that waited for the lock is refused', async () => {
    const { id, owner, secondOwner } = await makeOrganization()
    let demote = () => {}
    const mayDemote = new Promise<void>((resolve) => {
      demote = resolve
    })
    let locked = () => {}
    const isLocked = new Promise<void>((resolve) => {
      locked = resolve
    })
    const holding = inSystem(async (db) => {
      await lock(db, id)
      locked()
      await mayDemote
      await db.membership.updateMany({
        where: { id: secondOwner.id },
        data: { role: 'collaborator' },
      })
    })
    await isLocked
    const waiting = as(secondOwner).run(sendInvitations, { addresses: ['a@b.example'] })
    waiting.catch(() => {})
    demote()
    await holding
    await expect(waiting).toBeProblem('forbidden')
    expect(owner.role).toBe('owner')
  })
})

test('a session whose membership went to another account of the address is nobody', async () => {
  const { owner, secondOwner } = await makeOrganization()
  await inSystem(async (db) => {
    await db.membership.updateMany({ where: { id: secondOwner.id }, data: { endedAt: new Date() } })
    await db.membership.updateMany({
      where: { id: owner.id },
      data: { personId: secondOwner.personId },
    })
  })
  expect(await findSessionHolder(owner.caller.sessionId)).toBeNull()
  await expect(as(owner).run(sendInvitations, { addresses: ['a@b.example'] })).toBeProblem(
    'unauthenticated',
  )
})

describe('a command that fails', () => {
  const half = defineCommand({
    name: 'test.half_done',
    summary: 'Writes, then fails',
    scope: 'organization',
    permission: 'member.change_role',
    event: 'member.role_changed',
    input: z.object({ id: z.string() }),
    output: z.object({ secret: z.string().max(1) }),
    async run({ db }, { id }) {
      await db.membership.updateMany({ where: { id }, data: { name: 'Half Done' } })
      return changed({ secret: 'too long' }, { subject: { kind: 'member', id, label: 'x' } })
    },
  })

  test('leaves nothing behind: not the row, not the event', async () => {
    const { id, owner, collaborator } = await makeOrganization()
    await expect(as(owner).run(half, { id: collaborator.id })).rejects.toThrow()
    const row = await readTenant(id, (db) =>
      db.membership.findFirstOrThrow({ where: { id: collaborator.id } }),
    )
    expect(row.name).toBe(collaborator.name)
    expect(await eventsOf(id)).toEqual([])
  })

  test('an event that it does not declare is a mistake, and rolls back', async () => {
    const { id, owner, collaborator } = await makeOrganization()
    const undeclared = defineCommand({
      ...half,
      name: 'test.undeclared',
      output: z.object({}),
      async run() {
        const subject = { kind: 'member' as const, id: 'x', label: 'x' }
        return changed({}, { subject }, { event: 'invitation.sent', subject })
      },
    })
    await expect(as(owner).run(undeclared, { id: collaborator.id })).rejects.toThrow(
      /does not declare/,
    )
    expect(await eventsOf(id)).toEqual([])
  })
})

describe('the doors', () => {
  test('a query cannot write, even past its types', async () => {
    const { owner, collaborator } = await makeOrganization()
    const sly = defineQuery({
      name: 'test.sly',
      summary: 'Tries to write',
      scope: 'organization',
      permission: 'member.list',
      input: z.object({}),
      output: z.object({}),
      async run({ db }) {
        await (
          db as never as { membership: { updateMany(x: object): Promise<void> } }
        ).membership.updateMany({
          where: { id: collaborator.id },
          data: { name: 'Sly' },
        })
        return {}
      },
    })
    await expect(as(owner).run(sly, {})).rejects.toThrow(/read-only/)
  })

  test('a door inside a door is refused instead of waiting for ever', async () => {
    const { id } = await makeOrganization()
    await expect(inTenant(id, () => inTenant(id, async () => 1))).rejects.toThrow(/inside a door/)
  })

  test('a tenant reads and writes no other organization’s rows, whatever it asks for', async () => {
    const { id, stranger, collaborator } = await makeOrganization()
    const found = await readTenant(stranger.organizationId, (db) =>
      db.membership.findMany({ where: { organizationId: id } }),
    )
    expect(found).toEqual([])
    const { count } = await inTenant(stranger.organizationId, (db) =>
      db.membership.updateMany({ where: { id: collaborator.id }, data: { name: 'Taken' } }),
    )
    expect(count).toBe(0)
    const crossing = inTenant(stranger.organizationId, (db) =>
      db.apiKey.create({
        data: {
          organizationId: id,
          id: 'key_crossing',
          membershipId: collaborator.id,
          name: '',
          publicId: 'x',
          secretHash: 'x',
          lastSix: 'x',
          expiresAt: new Date(),
        },
      }),
    )
    await expect(crossing).rejects.toThrow(/row-level security/)
  })

  test('hashes are not columns that a tenant may read', async () => {
    const { id } = await makeOrganization()
    const asked = readTenant(id, (db) => db.invitation.findMany({ omit: { tokenHash: false } }))
    await expect(asked).rejects.toThrow(/permission denied/)
  })

  test('the database itself keeps an organization from losing its last owner', async () => {
    const { id, secondOwner, owner } = await makeOrganization()
    await as(owner).run(changeRole, { memberId: secondOwner.id, role: 'collaborator' })
    const wrong = inSystem((db) =>
      db.membership.updateMany({ where: { organizationId: id }, data: { role: 'collaborator' } }),
    )
    await expect(wrong).rejects.toThrow(/needs an owner/)
  })
})

describe('a command with slow work on its input', () => {
  let prepared = 0
  const slow = defineCommand({
    name: 'test.slow',
    summary: 'Prepares its input',
    scope: 'organization',
    permission: 'member.create',
    event: 'member.joined',
    lock: 'organization',
    input: z.object({ text: z.string() }),
    // A door inside a door throws: that one opens here shows that none is open.
    prepare: ({ text }) =>
      inSystem(async () => {
        prepared += 1
        return { text: text.toUpperCase() }
      }),
    output: z.string(),
    run: async (_, { text }) =>
      changed(text, { subject: { kind: 'member', id: 'x', label: text } }),
  })

  test('does it outside of the database, and for those alone who may', async () => {
    const organization = await makeOrganization()
    const { owner, collaborator } = organization
    await expect(as(collaborator).run(slow, { text: 'a' })).toBeProblem('forbidden')
    await expect(organization).toHaveRecorded('access.denied')
    expect(prepared).toBe(0)
    expect(await as(owner).run(slow, { text: 'a' })).toBe('A')
    expect(prepared).toBe(1)
  })

  test('whoever was demoted meanwhile is refused behind the lock', async () => {
    const { owner, secondOwner } = await makeOrganization()
    const late = {
      ...slow,
      prepare: async (input: { text: string }) => {
        await as(owner).run(changeRole, { memberId: secondOwner.id, role: 'collaborator' })
        return input
      },
    }
    await expect(as(secondOwner).run(late, { text: 'a' })).toBeProblem('forbidden')
  })
})
