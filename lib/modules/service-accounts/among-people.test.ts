import { beforeAll, describe, expect, test } from 'vitest'
import { accountEmail } from '@/lib/domain/service-account'
import { explainAccessOfMember } from '@/lib/modules/access/queries/explain-access-of-member'
import { readTree } from '@/lib/modules/access/queries/read-tree'
import { whatCan } from '@/lib/modules/access/queries/what-can'
import { whoCan } from '@/lib/modules/access/queries/who-can'
import { changeOnCloud } from '@/lib/modules/bindings/commands/change-on-cloud'
import { grantOnCloud } from '@/lib/modules/bindings/commands/grant-on-cloud'
import { grantOnProject } from '@/lib/modules/bindings/commands/grant-on-project'
import { candidatesOnCloud } from '@/lib/modules/bindings/queries/candidates-on-cloud'
import { candidatesOnProject } from '@/lib/modules/bindings/queries/candidates-on-project'
import { listOnCloud } from '@/lib/modules/bindings/queries/list-on-cloud'
import { sendInvitations } from '@/lib/modules/invitations/commands/send-invitations'
import { changeRole } from '@/lib/modules/members/commands/change-role'
import { closeAccount } from '@/lib/modules/members/commands/close-account'
import { createMembers } from '@/lib/modules/members/commands/create-members'
import { leaveOrganization } from '@/lib/modules/members/commands/leave-organization'
import { removeMember } from '@/lib/modules/members/commands/remove-member'
import { restoreMember } from '@/lib/modules/members/commands/restore-member'
import { setLimits } from '@/lib/modules/members/commands/set-limits'
import { suspendMember } from '@/lib/modules/members/commands/suspend-member'
import { previewMany } from '@/lib/modules/members/queries/preview-many'
import { previewRoleChange } from '@/lib/modules/members/queries/preview-role-change'
import { removeMembers } from '@/lib/modules/operations/commands/remove-members'
import { runOperation } from '@/lib/modules/operations/commands/run-operation'
import { getOperation } from '@/lib/modules/operations/queries/get-operation'
import { listOperationItems } from '@/lib/modules/operations/queries/list-operation-items'
import { readOverview } from '@/lib/modules/overview/queries/read-overview'
import { requestEmailChange } from '@/lib/modules/persons/commands/request-email-change'
import { previewPolicy } from '@/lib/modules/policy/queries/preview-policy'
import { endSessionsOfMember } from '@/lib/modules/sessions/commands/end-sessions-of-member'
import { inTenant } from '@/lib/platform/db/doors'
import { sqlOf } from '@/lib/platform/db/sql'
import { isKeyLive } from '@/lib/testing/accounts'
import { as, makeMember, makeOrganization } from '@/lib/testing/people'
import { bindToCloud, makeCloud, makeProject } from '@/lib/testing/resources'
import { makeAccount, makeAccountKey } from '@/lib/testing/service-accounts'
import { disableServiceAccount } from './commands/disable-service-account'

beforeAll(() => makeOrganization()) // the first of a process opens the database

describe('roles on clouds and in projects are given to an account as to a person', () => {
  test('by id, by user id and by its email, by owners of the organization and of the cloud', async () => {
    const { id, owner } = await makeOrganization()
    const cloud = await makeCloud(owner, { name: 'prod' })
    const project = await makeProject(owner, cloud)
    const cloudOwner = await makeMember(id)
    await bindToCloud(cloudOwner, cloud, 'owner')
    const [one, two, three] = [
      await makeAccount(owner),
      await makeAccount(owner),
      await makeAccount(owner, { name: 'By.Email' }),
    ]
    const role = { role: 'collaborator' } as const
    const grants = [
      { memberId: one.id, ...role },
      { userId: two.userId, ...role },
    ]
    const given = await as(owner).run(grantOnCloud, { cloudId: cloud.id, grants })
    expect(given.results.map(({ status }) => status)).toEqual(['granted', 'granted'])
    const by = as(cloudOwner)
    const search = three.email.toUpperCase()
    const found = await by.run(candidatesOnCloud, { cloudId: cloud.id, search })
    expect(found.rows).toMatchObject([{ id: three.id, kind: 'service_account' }])
    const byEmail = await by.run(grantOnCloud, {
      cloudId: cloud.id,
      grants: [{ email: three.email, ...role }],
    })
    expect(byEmail.results).toMatchObject([{ status: 'granted', memberId: three.id }])
    const inProject = { projectId: project.id, search: 'by.em' }
    expect((await as(owner).run(candidatesOnProject, inProject)).rows).toMatchObject([
      { id: three.id, kind: 'service_account', onCloud: true },
    ])
    const write = [{ memberId: three.id, role: 'write' as const }]
    await as(owner).run(grantOnProject, { projectId: project.id, grants: write })

    const list = await as(owner).run(listOnCloud, { cloudId: cloud.id, kinds: ['service_account'] })
    expect(list.rows.map(({ member }) => member.id).sort()).toEqual(
      [one.id, two.id, three.id].sort(),
    )
    const can = { permission: 'project.create', place: { cloud: cloud.id } } as const
    const who = await as(owner).run(whoCan, { ...can, kinds: ['service_account'] })
    expect(who.rows).toHaveLength(3)
    const what = { member: three.email, permission: 'project.read' as const }
    const where = await as(owner).run(whatCan, what)
    expect(where.rows.map((row) => row.project?.id)).toContain(project.id)
    const tree = await as(owner).run(readTree, { memberId: three.id })
    expect(tree.rows).toMatchObject([{ name: 'prod', tier: 'write' }])
    expect(tree.rows[0]?.projects).toContainEqual(expect.objectContaining({ id: project.id }))
  })

  test('its key does what its roles allow and nothing else; disabled, its roles count for nothing', async () => {
    const { owner, collaborator } = await makeOrganization()
    const cloud = await makeCloud(owner)
    const account = await makeAccount(owner)
    const key = await makeAccountKey(account)
    const change = { cloudId: cloud.id, memberId: collaborator.id, role: 'writer' as const }
    await bindToCloud(collaborator, cloud)
    await expect(as(key).run(changeOnCloud, change)).toBeProblem('not_found')
    await bindToCloud(account, cloud, 'owner')
    await as(key).run(changeOnCloud, change)
    const can = { permission: 'cloud.grant', place: { cloud: cloud.id } } as const
    const names = async () =>
      (await as(owner).run(whoCan, { ...can, kinds: ['service_account'] })).rows.length
    expect(await names()).toBe(1)
    await as(owner).run(disableServiceAccount, { accountId: account.id })
    expect(await names()).toBe(0)
  })
})

test('no proof offers it the owner role of the organization; what is smaller is offered as to people', async () => {
  const { id, owner } = await makeOrganization()
  const cloud = await makeCloud(owner)
  const { id: member } = await makeAccount(owner)
  const ask = (permission: 'cloud.delete' | 'cloud.grant', resource: object) =>
    as(owner).run(explainAccessOfMember, { member, permission, resource } as never)
  const inOrganization = await ask('cloud.delete', { kind: 'organization', id })
  expect(inOrganization).toMatchObject({ allowed: false, grants: [] })
  const onCloud = await ask('cloud.grant', { kind: 'cloud', id: cloud.id })
  expect(onCloud.grants).toMatchObject([[{ kind: 'cloud_role', role: 'owner' }]])
})

test('whatever is for people alone is refused, and changes nothing', async () => {
  const organization = await makeOrganization()
  const { owner } = organization
  const account = await makeAccount(owner)
  const { key, caller } = await makeAccountKey(account)
  const memberId = account.id
  const by = as(owner)
  const always = /always a collaborator/
  await expect(by.run(changeRole, { memberId, role: 'owner' })).toBeProblem('forbidden', always)
  const limited = { memberId, role: 'owner' as const, limits: [] }
  await expect(by.run(setLimits, limited)).toBeProblem('forbidden', always)
  const preview = by.run(previewRoleChange, { memberId, role: 'owner' })
  await expect(preview).toBeProblem('forbidden', always)
  await expect(by.run(suspendMember, { memberId })).toBeProblem('conflict', /disabled, not/)
  await by.run(disableServiceAccount, { accountId: memberId })
  await expect(by.run(restoreMember, { memberId })).toBeProblem('conflict', /enabled, not/)
  expect(await isKeyLive(key)).toBe(false)
  await expect(by.run(removeMember, { memberId })).toBeProblem('conflict', /deleted, not/)
  await expect(by.run(endSessionsOfMember, { memberId })).toBeProblem('conflict', /no sessions/)
  await expect(as({ caller }).run(leaveOrganization, {})).toBeProblem('unauthenticated')
  for (const event of ['member.role_changed', 'member.suspended', 'member.removed'] as const)
    await expect(organization).toHaveRecorded(event, 0)
})

test('an account does not leave by itself, and a person is not closed as one', async () => {
  const { owner, collaborator } = await makeOrganization()
  const { caller } = await makeAccountKey(await makeAccount(owner))
  const leaving = as({ caller }).run(leaveOrganization, {})
  await expect(leaving).toBeProblem('forbidden', /Owners delete it/)
  const closing = as(owner).run(closeAccount, { accountId: collaborator.id })
  await expect(closing).toBeProblem('not_found')
})

test('work on many leaves accounts out, and says why', async () => {
  const { id, owner } = await makeOrganization()
  const person = await makeMember(id)
  const account = await makeAccount(owner)
  const { key } = await makeAccountKey(account)
  const selection = { ids: [person.id, account.id] }
  for (const verb of ['remove', 'suspend', 'restore', 'sign_out', 'change_role'] as const) {
    const said = await as(owner).run(previewMany, { selection, verb, role: 'owner' })
    expect(said.total, verb).toBe(2)
    expect(said.leftOut, verb).toMatchObject([
      { count: 1, names: [account.name], reason: expect.stringMatching(/service account/i) },
    ])
  }
  const operation = await as(owner).run(removeMembers, { selection })
  await runOperation({}, { organizationId: id, subjectId: operation.id })
  const { rows } = await as(owner).run(listOperationItems, { operationId: operation.id })
  const outcome = new Map(rows.map(({ subjectId, state }) => [subjectId, state]))
  expect(outcome.get(person.id)).toBe('done')
  expect(outcome.get(account.id)).toBe('refused')
  expect(await isKeyLive(key)).toBe(true)
  expect((await as(owner).run(getOperation, { operationId: operation.id })).total).toBe(2)
})

test('its address is nobody’s: not invited, not added, not proven', async () => {
  const { id, owner } = await makeOrganization()
  const account = await makeAccount(owner)
  const free = accountEmail('nobody-yet', id)
  const addresses = [account.email, free]
  const { results } = await as(owner).run(sendInvitations, { addresses, delivery: 'link' })
  expect(results.map(({ outcome }) => outcome)).toEqual(['invalid', 'invalid'])
  expect(results[0]?.detail).toMatch(/of a service account/)
  const person = { name: 'New Comer', password: 'velvet harbour quiet ladder' }
  for (const email of addresses) {
    const adding = as(owner).run(createMembers, { people: [{ email, ...person }] })
    await expect(adding).toBeProblem('invalid_input', /of a service account/)
    const moving = as(owner).run(requestEmailChange, { email })
    await expect(moving).toBeProblem('invalid_input', /of a service account/)
  }
})

test('nobody counts it among people without a second factor or with keys that end', async () => {
  const { owner } = await makeOrganization()
  const account = await makeAccount(owner)
  await makeAccountKey(account) // ends within a day
  const { needs, withoutFactor, people } = await as(owner).run(readOverview, {})
  expect({ people, without: withoutFactor?.count }).toEqual({ people: 3, without: 3 })
  expect(needs.map(({ kind }) => kind)).not.toContain('keys_ending')
  const policy = await as(owner).run(previewPolicy, { secondFactorRequired: true })
  expect(JSON.stringify(policy)).not.toContain(account.id)
})

test('the database lets an organization insert accounts of its own alone', async () => {
  const { id, owner, stranger } = await makeOrganization()
  const insert = (organizationId: string, kind: string, role: string) =>
    inTenant(id, (db) =>
      sqlOf(db).run(
        `INSERT INTO membership (organization_id, id, user_id, kind, email, name, role, source, searchable, sort_key)
         VALUES ($1, 'ide_forged', 'usr_forged', $2, 'forged@halden.example', 'Forged', $3, 'owner', 'forged', 'forged')`,
        [organizationId, kind, role],
      ),
    )
  await expect(insert(id, 'person', 'collaborator')).rejects.toThrow(/row-level security/)
  await expect(insert(stranger.organizationId, 'service_account', 'collaborator')).rejects.toThrow(
    /row-level security/,
  )
  await expect(insert(id, 'service_account', 'owner')).rejects.toThrow(/check constraint/)
  const account = await makeAccount(owner)
  const rename = (organizationId: string, memberId: string) =>
    inTenant(organizationId, (db) =>
      sqlOf(db).rows<{ done: boolean }>(
        `SELECT rename_service_account($1, 'x', 'x@y.example', 'x', 'x') AS done`,
        [memberId],
      ),
    )
  expect(await rename(stranger.organizationId, account.id)).toEqual([{ done: false }])
  expect(await rename(id, owner.id)).toEqual([{ done: false }])
  expect(await rename(id, account.id)).toEqual([{ done: true }])
})
