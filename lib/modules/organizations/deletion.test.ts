import { beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { defineCommand } from '@/lib/kernel/define'
import { execute } from '@/lib/kernel/execute'
import { allowLogin } from '@/lib/modules/api-keys/commands/allow-login'
import { createLoginCode } from '@/lib/modules/api-keys/commands/create-login-code'
import { rotateApiKey } from '@/lib/modules/api-keys/commands/rotate-api-key'
import { removeMember } from '@/lib/modules/members/commands/remove-member'
import { flushActivity } from '@/lib/platform/activity/activity'
import { inSystem } from '@/lib/platform/db/doors'
import { engine } from '@/lib/platform/db/engine'
import { eraseDue } from '@/lib/platform/db/erase'
import { findSessionHolder } from '@/lib/platform/db/lookups'
import { spendAssertion } from '@/lib/platform/db/used-assertions'
import { isKeyLive, visitor } from '@/lib/testing/accounts'
import {
  as,
  eventsOf,
  makeKey,
  makeOrganization,
  sweeper,
  type TestOrganization,
} from '@/lib/testing/people'
import { makeAccount, makeAccountKey } from '@/lib/testing/service-accounts'
import { basic, makeTrust, postForm } from '@/lib/testing/tokens'
import { sendInvitations } from '../invitations/commands/send-invitations'
import { remindOfDeletion } from './commands/remind-of-deletion'
import { renameOrganization } from './commands/rename-organization'
import { requestDeletion } from './commands/request-deletion'
import { stopDeletion } from './commands/stop-deletion'
import { currentOrganization } from './queries/current-organization'
import { organizationDetails } from './queries/organization-details'
import { previewDeletion } from './queries/preview-deletion'

const DAY = 86_400_000 // ms
let organization: TestOrganization
beforeEach(async () => {
  organization = await makeOrganization()
})

/** Moves the end to where the test needs it: nobody waits for 14 days. */
const dueIn = (milliseconds: number) =>
  inSystem((db) =>
    db.organization.updateMany({
      where: { id: organization.id },
      data: { deletionDueAt: new Date(Date.now() + milliseconds) },
    }),
  )

/** Rows of an organization in every table that has any, by name. */
async function rowsOf(organizationId: string) {
  const { raw } = await engine()
  const tables = await raw.query<{ name: string }>(`
    SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
      AND a.attname IN ('organization_id', 'home_organization_id') AND NOT a.attisdropped`)
  const found: Record<string, number> = {}
  for (const { name } of tables) {
    const column = name === 'person' ? 'home_organization_id' : 'organization_id'
    const [row] = await raw.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${name} WHERE ${column} = $1`,
      [organizationId],
    )
    if (row?.count) found[name] = row.count
  }
  return found
}

describe('asking for the end of an organization', () => {
  test('takes its name, letter for letter', async () => {
    const { owner } = organization
    await expect(as(owner).run(requestDeletion, { name: 'halden robotics' })).toBeProblem(
      'invalid_input',
      /Type it exactly: Halden Robotics/,
    )
    expect((await as(owner).run(currentOrganization, {})).organization.deletion).toBeNull()
  })

  test('says when and by whom, to everybody; a second owner stops it', async () => {
    const { owner, secondOwner, collaborator } = organization
    const asked = await as(owner).run(requestDeletion, { name: 'Halden Robotics' })
    expect(Date.parse(asked.dueAt) - Date.now()).toBeGreaterThan(13.99 * DAY)
    const { deletion } = (await as(collaborator).run(currentOrganization, {})).organization
    expect(deletion).toMatchObject({ dueAt: asked.dueAt, requestedBy: { name: owner.name } })
    await expect(as(secondOwner).run(requestDeletion, { name: 'Halden Robotics' })).toBeProblem(
      'conflict',
    )
    expect(await as(secondOwner).run(stopDeletion, {})).toEqual({ stopped: true })
    expect(await as(owner).run(stopDeletion, {})).toEqual({ stopped: false })
    expect((await as(owner).run(organizationDetails, {})).deletion).toBeNull()
    await expect(organization).toHaveRecorded('organization.deletion_requested')
    await expect(organization).toHaveRecorded('organization.deletion_stopped')
  })

  test('is for owners, and a stranger’s goes to the stranger’s own organization', async () => {
    const { collaborator, stranger } = organization
    await expect(as(collaborator).run(requestDeletion, { name: 'Halden Robotics' })).toBeProblem(
      'forbidden',
    )
    await expect(as(collaborator).run(stopDeletion, {})).toBeProblem('forbidden')
    await as(stranger).run(requestDeletion, { name: 'Nordlys Labs' })
    const { owner } = organization
    expect((await as(owner).run(currentOrganization, {})).organization.deletion).toBeNull()
  })

  test('what would be lost is counted', async () => {
    const { owner } = organization
    await makeKey(owner)
    expect(await as(owner).run(previewDeletion, {})).toEqual({
      people: 3,
      sessions: 3,
      keys: 1,
      invitations: 0,
      events: { count: 0, more: false },
    })
  })
})

describe('the end', () => {
  test('comes when it is due and not before; everything goes but the tombstone', async () => {
    const { id, owner, collaborator, stranger } = organization
    const { key } = await makeKey(owner)
    await as(owner).run(sendInvitations, { addresses: ['a@halden.example', 'b@halden.example'] })
    await as(owner).run(removeMember, { memberId: collaborator.id })
    await as(owner).run(requestDeletion, { name: 'Halden Robotics' })
    const before = await rowsOf(id)
    expect(Object.keys(before).length).toBeGreaterThan(5)
    await eraseDue()
    expect(await rowsOf(id)).toEqual(before)

    await dueIn(-1_000)
    const others = await rowsOf(stranger.organizationId)
    expect(await eraseDue()).toContain(id)
    expect(await rowsOf(id)).toEqual({})
    expect(await rowsOf(stranger.organizationId)).toEqual(others)
    expect(await findSessionHolder(owner.caller.sessionId)).toBeNull()
    expect(await isKeyLive(key)).toBe(false)
    await expect(as(owner).run(currentOrganization, {})).toBeProblem('unauthenticated')
    const tombstone = await inSystem((db) => db.organizationTombstone.findFirst({ where: { id } }))
    expect(tombstone).toMatchObject({ requestedBy: { id: owner.id, email: owner.email } })
    expect(await eraseDue()).not.toContain(id)
  })

  test('takes service accounts with all that they prove themselves with, whoever made it', async () => {
    const { id, owner, secondOwner } = organization
    const account = await makeAccount(owner)
    const { key, id: keyId } = await makeAccountKey(account)
    await makeTrust(secondOwner, account)
    const client = { headers: basic(account.userId, key) }
    const given = await postForm('/oauth2/token', { grant_type: 'client_credentials' }, client)
    expect(given.status).toBe(200)
    await as(owner).run(rotateApiKey, { keyId })
    await spendAssertion(id, 'a'.repeat(64), new Date(Date.now() + 60_000))
    const { pageCode } = await as(visitor()).run(createLoginCode, { client: null })
    await as(secondOwner).run(allowLogin, { code: pageCode })
    await flushActivity()
    const tables = [
      ...['access_token', 'api_key', 'api_key_use', 'client_key', 'login_code'],
      ...['service_account', 'trust_rule', 'used_assertion'],
    ]
    expect(Object.keys(await rowsOf(id))).toEqual(expect.arrayContaining(tables))
    await as(owner).run(requestDeletion, { name: 'Halden Robotics' })
    await dueIn(-1_000)
    expect(await eraseDue()).toContain(id)
    expect(await rowsOf(id)).toEqual({})
  })

  test('does not come to an organization whose end was stopped in time', async () => {
    const { id, owner, secondOwner } = organization
    await as(owner).run(requestDeletion, { name: 'Halden Robotics' })
    await dueIn(-1_000)
    await as(secondOwner).run(stopDeletion, {})
    expect(await eraseDue()).not.toContain(id)
    expect((await as(owner).run(currentOrganization, {})).organization.id).toBe(id)
  })

  test('leaves a proven account, and one of another organization', async () => {
    const { id, owner, stranger } = organization
    const proven = { emailProvenAt: new Date(), homeOrganizationId: null }
    await inSystem((db) => db.person.updateMany({ where: { id: owner.personId }, data: proven }))
    await as(owner).run(requestDeletion, { name: 'Halden Robotics' })
    await dueIn(-1_000)
    await eraseDue()
    const left = await inSystem((db) =>
      db.person.findMany({ where: { id: { in: [owner.personId, stranger.personId] } } }),
    )
    expect(left).toHaveLength(2)
    expect(await rowsOf(id)).toEqual({})
  })

  test('a write that comes after it fails and leaves nothing', async () => {
    const { id, owner } = organization
    await as(owner).run(requestDeletion, { name: 'Halden Robotics' })
    await dueIn(-1_000)
    const answers = await Promise.allSettled([
      eraseDue(),
      as(owner).run(renameOrganization, { name: 'Too late' }),
      as(owner).run(sendInvitations, { addresses: ['late@halden.example'] }),
    ])
    expect(answers[0]?.status).toBe('fulfilled')
    for (const answer of answers.slice(1)) {
      if (answer.status === 'rejected')
        expect(answer.reason).toMatchObject({ code: expect.any(String) })
    }
    expect(await rowsOf(id)).toEqual({})
  })

  test('a call whose organization goes while it runs ends as one of nobody', async () => {
    const { id, owner } = organization
    await as(owner).run(requestDeletion, { name: 'Halden Robotics' })
    await dueIn(-1_000)
    const during = defineCommand({
      name: 'test.during',
      summary: 'Goes on after its organization went',
      scope: 'organization',
      permission: 'organization.read',
      event: 'organization.renamed',
      input: z.object({}),
      output: z.object({}),
      async run() {
        throw Object.assign(new Error('Foreign key violated'), { code: 'P2003' })
      },
    })
    await expect(as(owner).run(during, {})).rejects.toThrow('Foreign key violated')
    await eraseDue()
    const late = { ...during, permission: 'organization.read' as const, scope: 'person' as const }
    await expect(execute(late as never, owner.caller as never, {})).rejects.toMatchObject({
      code: 'unauthenticated',
    })
    expect(await rowsOf(id)).toEqual({})
  })

  test('one that cannot be erased keeps no other from its turn', async () => {
    const { id, owner, stranger } = organization
    const { raw } = await engine()
    await as(stranger).run(requestDeletion, { name: 'Nordlys Labs' })
    await as(owner).run(requestDeletion, { name: 'Halden Robotics' })
    await dueIn(-1_000)
    await inSystem((db) =>
      db.organization.updateMany({
        where: { id: stranger.organizationId },
        data: { deletionDueAt: new Date(Date.now() - DAY) },
      }),
    )
    await raw.script(`CREATE TABLE holds (id text REFERENCES organization (id));
      INSERT INTO holds VALUES ('${stranger.organizationId}')`)
    try {
      expect(await eraseDue()).toEqual([id])
      expect(await findSessionHolder(stranger.caller.sessionId)).not.toBeNull()
    } finally {
      await raw.script('DROP TABLE holds')
    }
    expect(await eraseDue()).toEqual([stranger.organizationId])
  })
})

test('owners are reminded once, in the last day', async () => {
  const { id, owner } = organization
  await as(owner).run(requestDeletion, { name: 'Halden Robotics' })
  const reminders = async () =>
    (await eventsOf(id)).filter(({ event }) => event === 'organization.deletion_reminded').length
  await as(sweeper).run(remindOfDeletion, {})
  expect(await reminders()).toBe(0)
  await dueIn(DAY / 2)
  await as(sweeper).run(remindOfDeletion, {})
  await as(sweeper).run(remindOfDeletion, {})
  expect(await reminders()).toBe(1)
  await dueIn(30 * DAY)
})

describe('renaming', () => {
  test('two owners at once: the second is told both names', async () => {
    const { owner, secondOwner } = organization
    const { version } = await as(owner).run(organizationDetails, {})
    await as(owner).run(renameOrganization, { name: 'Halden AS', expectedVersion: version })
    await expect(
      as(secondOwner).run(renameOrganization, { name: 'Halden Ltd', expectedVersion: version }),
    ).toBeProblem('stale')
    const now = await as(secondOwner).run(organizationDetails, {})
    expect(now).toMatchObject({ name: 'Halden AS', version: version + 1 })
    await expect(organization).toHaveRecorded('organization.renamed')
    await as(owner).run(renameOrganization, { name: 'Halden AS' })
    await expect(organization).toHaveRecorded('organization.renamed')
  })
})
