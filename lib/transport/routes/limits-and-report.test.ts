import { beforeAll, describe, expect, test } from 'vitest'
import { apiOf } from '@/lib/testing/api'
import { testDatabase } from '@/lib/testing/database'
import { makeOrganization } from '@/lib/testing/people'
import { bindToCloud, bindToProject, makeCloud, makeProject } from '@/lib/testing/resources'

beforeAll(testDatabase, 60_000)
const people = '/organization_collaborators/'

describe('deny roles of the organization', () => {
  async function world() {
    const organization = await makeOrganization()
    const call = await apiOf(organization.owner)
    const { userId, id } = organization.collaborator
    const put = (base_role: string, additional_roles: string[], of = userId) =>
      call(`${people}${of}/roles`, { method: 'PUT', body: { base_role, additional_roles } })
    const single = async () => (await call(`${people}${userId}`)).body.result
    const listed = async () =>
      (await call(people)).body.results.find((row: { id: string }) => row.id === id)
    return { ...organization, call, put, single, listed }
  }

  test('come back in the order sent, in the single read and in lists alike', async () => {
    const { put, single, listed } = await world()
    for (const limits of [
      ['image_reader_no_base_images', 'image_reader'],
      ['image_reader', 'image_reader_no_base_images'],
      ['image_reader'],
      [],
    ]) {
      expect((await put('collaborator', limits)).status).toBe(204)
      expect((await single()).additional_roles).toEqual(limits)
      expect(await listed()).toEqual(await single())
    }
  })

  test('the level put by identity id leaves them alone, and level and base role always agree', async () => {
    const { put, single, call, collaborator } = await world()
    await put('collaborator', ['image_reader'])
    const body = { permission_level: 'owner' }
    await call(`${people}${collaborator.id}`, { method: 'PUT', body })
    expect(await single()).toMatchObject({
      permission_level: 'owner',
      base_role: 'owner',
      additional_roles: ['image_reader'],
    })
    await put('collaborator', ['image_reader'])
    expect(await single()).toMatchObject({
      permission_level: 'collaborator',
      base_role: 'collaborator',
      additional_roles: ['image_reader'],
    })
  })

  test('bind what the key may do; one’s own is 403 with the fragment; other words are 422', async () => {
    const { id, put, owner, secondOwner, call } = await world()
    await put('owner', ['image_reader'], secondOwner.userId)
    const body = { resource_id: id, resource_type: 'organization', permission: 'image_create' }
    const check = async (asking: typeof call) =>
      (await asking('/authorization/check', { method: 'POST', body })).body.result.allowed
    expect([await check(call), await check(await apiOf(secondOwner))]).toEqual([true, false])
    const refused = await put('owner', ['image_reader'], owner.userId)
    expect(refused.status).toBe(403)
    expect(refused.body.error.detail).toMatch(/your own/)
    expect((await put('collaborator', ['cloud_read_only'])).status).toBe(422)
    expect((await put('collaborator', ['image_reader'], 'usr_unknown')).status).toBe(404)
  })
})

describe('scim/list-user-permissions', () => {
  const path = '/scim/list-user-permissions'

  test('owners, and everybody’s explicit roles in the words of the report', async () => {
    const { id, owner, secondOwner, collaborator } = await makeOrganization()
    const cloud = await makeCloud(owner, { name: 'lab' })
    const project = await makeProject(owner, cloud, { name: 'grasp' })
    await bindToCloud(collaborator, cloud, 'writer')
    await bindToProject(collaborator, project, 'owner')
    const { status, body } = await (await apiOf(owner))(path)
    expect([status, body.result.organization_id]).toEqual([200, id])
    const owners = body.result.org_owners.map((row: { user_id: string }) => row.user_id)
    expect(owners.sort()).toEqual([owner.userId, secondOwner.userId].sort())
    const of = { user_id: collaborator.userId, user_email: collaborator.email }
    const expected = {
      ...of,
      is_service_account: false,
      clouds: [
        {
          cloud_id: cloud.id,
          cloud_name: 'lab',
          role: 'collaborator',
          projects: [{ project_id: project.id, project_name: 'grasp', role: 'owner' }],
        },
      ],
    }
    expect(body.result.users).toContainEqual(expected)
    const one = (await (await apiOf(owner))(`${path}?user_id=${collaborator.userId}`)).body.result
    expect(one.users).toEqual([expected])
  })

  test('only owners may read it, of oneself too; a stranger’s is unknown', async () => {
    const { owner, collaborator, stranger } = await makeOrganization()
    const few = await apiOf(collaborator)
    for (const query of ['', `?user_id=${collaborator.userId}`])
      expect((await few(path + query)).status, query).toBe(403)
    const theirs = await apiOf(stranger)
    expect((await theirs(`${path}?user_id=${collaborator.userId}`)).status).toBe(404)
    const own = (await theirs(path)).body.result
    expect(JSON.stringify(own)).not.toContain(owner.email)
  })
})
