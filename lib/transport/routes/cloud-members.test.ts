import { beforeAll, describe, expect, test } from 'vitest'
import { apiOf } from '@/lib/testing/api'
import { testDatabase } from '@/lib/testing/database'
import { makeMember, makeOrganization } from '@/lib/testing/people'
import { bindToCloud, bindToProject, makeCloud, makeProject } from '@/lib/testing/resources'

beforeAll(testDatabase, 60_000)

// Fragments and statuses that steer clients: anyscale-client.md §2, anyscale-terraform.md §2, 5, 6.

async function world() {
  const organization = await makeOrganization()
  const { id, owner, collaborator } = organization
  const cloud = await makeCloud(owner)
  const members = `/clouds/${cloud.id}/collaborators`
  const call = await apiOf(owner)
  const roles = async () => (await call(`${members}/roles?count=50`)).body.results
  const search = async (body: object = {}, query = '?count=50') =>
    (await call(`${members}/users/search${query}`, { method: 'POST', body })).body
  const add = (email: string, permission_level = 'readonly') =>
    call(`${members}/users`, { method: 'POST', body: { email, permission_level } })
  const setRoles = (userId: string, base_role: string, deny_roles: string[] = []) =>
    call(`${members}/users/${userId}/roles`, { method: 'PUT', body: { base_role, deny_roles } })
  const other = await makeMember(id)
  return {
    ...organization,
    cloud,
    members,
    call,
    roles,
    search,
    add,
    setRoles,
    collaborator,
    other,
  }
}

describe('one store', () => {
  test('each level gives one base role at once, in the search, the roles list and the single read', async () => {
    const { add, collaborator, call, members, roles, search } = await world()
    const put = (permission_level: string) =>
      call(`${members}/users/${collaborator.id}`, { method: 'PUT', body: { permission_level } })
    await add(collaborator.email, 'write')
    for (const [level, base, deny] of [
      ['write', 'collaborator', []],
      ['readonly', 'collaborator', ['cloud_read_only']],
      ['owner', 'owner', []],
      ['write', 'collaborator', []],
    ] as const) {
      expect((await put(level)).status).toBe(204)
      const row = { user_id: collaborator.userId, base_roles: [base], deny_roles: deny }
      expect(await roles()).toEqual([row])
      expect((await search()).results).toMatchObject([
        { id: collaborator.id, permission_level: level, permission_levels: [level] },
      ])
      const single = await call(`${members}/users/${collaborator.userId}/roles`)
      expect(single.body.result).toEqual(row)
    }
  })

  test('every base role is kept and read back as sent; its level is what it comes to', async () => {
    const { add, collaborator, roles, search, setRoles } = await world()
    await add(collaborator.email)
    for (const [base, level] of [
      ['writer', 'write'],
      ['collaborator', 'write'],
      ['owner', 'owner'],
      ['project_viewer', 'readonly'],
      ['compute_config_viewer', 'readonly'],
      ['workload_operator', 'readonly'],
    ] as const) {
      expect((await setRoles(collaborator.userId, base)).status).toBe(204)
      expect(await roles()).toMatchObject([{ base_roles: [base], deny_roles: [] }])
      expect((await search()).results).toMatchObject([{ permission_level: level }])
    }
    expect((await setRoles(collaborator.userId, 'writer', ['cloud_read_only'])).status).toBe(204)
    expect(await roles()).toMatchObject([
      { base_roles: ['writer'], deny_roles: ['cloud_read_only'] },
    ])
    expect((await search()).results).toMatchObject([{ permission_level: 'readonly' }])
  })
})

describe('adding', () => {
  test('answers 204, never 201; an address comes untrimmed and in any letter case', async () => {
    const { add, collaborator, search } = await world()
    const { status, body } = await add(` ${collaborator.email.toUpperCase()} `)
    expect([status, body]).toEqual([204, null])
    expect((await search()).results).toEqual([
      {
        id: collaborator.id,
        value: { id: collaborator.userId, name: collaborator.name, email: collaborator.email },
        permission_level: 'readonly',
        permission_levels: ['readonly'],
      },
    ])
  })

  test('somebody who is in: 409 with the fragment, and nothing changes', async () => {
    const { add, collaborator, roles, cloud } = await world()
    await bindToCloud(collaborator, cloud, 'writer')
    const { status, body } = await add(collaborator.email)
    expect([status, body.error.detail]).toEqual([
      409,
      `User with email ${collaborator.email} already has permissions for this cloud.`,
    ])
    expect(await roles()).toMatchObject([{ base_roles: ['writer'], deny_roles: [] }])
  })

  test('a batch is all or none: one who has access already fails it whole', async () => {
    const { call, members, collaborator, other, cloud, roles } = await world()
    await bindToCloud(other, cloud)
    const batch = (...emails: string[]) =>
      call(`${members}/users/batch_create`, {
        method: 'POST',
        body: emails.map((email) => ({ email, permission_level: 'write' })),
      })
    const { status, body } = await batch(collaborator.email, other.email)
    expect([status, body.error.detail]).toEqual([
      409,
      expect.stringContaining('already has permissions for this cloud'),
    ])
    expect(await roles()).toHaveLength(1)
    expect((await batch(collaborator.email)).status).toBe(204)
    expect(await roles()).toHaveLength(2)
    expect((await batch()).status).toBe(422)
  })

  test('nobody of that address, a stranger’s address: a sentence that stands alone', async () => {
    const { add, stranger, roles } = await world()
    const texts = []
    for (const email of ['nobody@b.example', stranger.email]) {
      const { status, body } = await add(email)
      expect(status).toBeGreaterThanOrEqual(400)
      texts.push([status, body.error.detail.replace(email, '…')])
    }
    expect(texts[0]).toEqual(texts[1])
    expect(await roles()).toEqual([])
  })
})

describe('setting roles', () => {
  test('by the roles PUT alone somebody is in, and is deletable: 204, then 404', async () => {
    const { setRoles, call, members, collaborator, roles } = await world()
    expect((await setRoles(collaborator.userId, 'writer')).status).toBe(204)
    expect(await roles()).toHaveLength(1)
    const remove = () => call(`${members}/${collaborator.id}`, { method: 'DELETE' })
    expect((await remove()).status).toBe(204)
    expect((await remove()).status).toBe(404)
    expect(await roles()).toEqual([])
  })

  test('identity and user ids are never interchangeable', async () => {
    const { add, call, members, collaborator, setRoles } = await world()
    await add(collaborator.email)
    const body = { permission_level: 'write' }
    const path = `${members}/users/${collaborator.userId}`
    expect((await call(path, { method: 'PUT', body })).status).toBe(404)
    expect((await setRoles(collaborator.id, 'writer')).status).toBe(404)
    const remove = await call(`${members}/${collaborator.userId}`, { method: 'DELETE' })
    expect(remove.status).toBe(404)
  })

  test('owner beside cloud_read_only is 422; so are words of other levels', async () => {
    const { add, collaborator, setRoles, call, members } = await world()
    await add(collaborator.email)
    expect((await setRoles(collaborator.userId, 'owner', ['cloud_read_only'])).status).toBe(422)
    expect((await setRoles(collaborator.userId, 'write')).status).toBe(422)
    expect((await setRoles(collaborator.userId, 'writer', ['image_reader'])).status).toBe(422)
    const body = { permission_level: 'writer' }
    const put = await call(`${members}/users/${collaborator.id}`, { method: 'PUT', body })
    expect(put.status).toBe(422)
  })

  test('organization owners are absent from search and roles, and a PUT for one is 403', async () => {
    const { secondOwner, cloud, setRoles, roles, search } = await world()
    await bindToCloud(secondOwner, cloud, 'writer', { origin: 'auto_add' })
    expect(await roles()).toEqual([])
    expect((await search()).results).toEqual([])
    expect((await setRoles(secondOwner.userId, 'writer')).status).toBe(403)
  })

  test('one’s own: 403 with the fragments that clients look for', async () => {
    const { cloud, collaborator, members } = await world()
    await bindToCloud(collaborator, cloud, 'owner')
    const call = await apiOf(collaborator)
    const put = await call(`${members}/users/${collaborator.userId}/roles`, {
      method: 'PUT',
      body: { base_role: 'writer', deny_roles: [] },
    })
    expect(put.status).toBe(403)
    expect(put.body.error.detail).toContain('cannot modify your own role')
    const remove = await call(`${members}/${collaborator.id}`, { method: 'DELETE' })
    expect(remove.status).toBe(403)
    expect(remove.body.error.detail).toContain('cannot remove yourself')
  })
})

describe('lists', () => {
  test('roles come whole without count, and in pages with it; more than 50 is 422', async () => {
    const { id, cloud, call, members } = await world()
    for (let index = 0; index < 53; index += 1) await bindToCloud(await makeMember(id), cloud)
    const whole = (await call(`${members}/roles`)).body
    expect([whole.results.length, whole.metadata]).toEqual([
      53,
      { total: 53, next_paging_token: null },
    ])
    const first = (await call(`${members}/roles?count=50`)).body
    expect(first.results).toHaveLength(50)
    const token = first.metadata.next_paging_token
    const second = (await call(`${members}/roles?count=50&paging_token=${token}`)).body
    expect([second.results.length, second.metadata.next_paging_token]).toEqual([3, null])
    expect((await call(`${members}/roles?count=51`)).status).toBe(422)
  })

  test('the search really filters: equals, contains and not_equal, paging in the query', async () => {
    const { id, cloud, search } = await world()
    for (const name of ['Ann Berg', 'Ann Bergen', 'Li Wang'])
      await bindToCloud(await makeMember(id, 'collaborator', { name }), cloud)
    const names = async (name_or_email: object) =>
      (await search({ name_or_email })).results.map(
        ({ value }: { value: { name: string } }) => value.name,
      )
    expect(await names({ contains: 'BERG' })).toEqual(['Ann Berg', 'Ann Bergen'])
    expect(await names({ equals: 'ann berg' })).toEqual(['Ann Berg'])
    expect(await names({ contains: 'ann', not_equal: 'Ann Berg' })).toEqual(['Ann Bergen'])
    const first = await search({}, '?count=2')
    const rest = await search({}, `?count=2&paging_token=${first.metadata.next_paging_token}`)
    expect([first.results.length, rest.results.length]).toEqual([2, 1])
  })

  test('a role that has ended is listed no more, and the address can be added again', async () => {
    const { cloud, collaborator, roles, add } = await world()
    await bindToCloud(collaborator, cloud, 'writer', { endsAt: new Date(Date.now() - 1_000) })
    expect(await roles()).toEqual([])
    expect((await add(collaborator.email)).status).toBe(204)
    expect(await roles()).toHaveLength(1)
  })
})

describe('removing', () => {
  test('takes the project roles under the cloud along, and says nothing', async () => {
    const { owner, cloud, collaborator, call, members } = await world()
    const project = await makeProject(owner, cloud)
    await bindToCloud(collaborator, cloud)
    await bindToProject(collaborator, project)
    const removed = await call(`${members}/${collaborator.id}`, { method: 'DELETE' })
    expect([removed.status, removed.body]).toEqual([204, null])
    const left = await call(`/projects/${project.id}/collaborators/users`)
    expect(left.body.results).toEqual([])
  })

  test('while auto-add is on it is 409 with the documented sentence', async () => {
    const { owner, collaborator, call } = await world()
    const cloud = await makeCloud(owner, { autoAdd: true })
    await bindToCloud(collaborator, cloud)
    const path = `/clouds/${cloud.id}/collaborators/${collaborator.id}`
    const { status, body } = await call(path, { method: 'DELETE' })
    expect([status, body.error.detail]).toEqual([
      409,
      'Users cannot be removed from clouds which have auto add users enabled.',
    ])
  })
})

test('strangers and people without a role are told of no cloud, members that they may not', async () => {
  const { stranger, collaborator, cloud, members } = await world()
  const asks = async (who: typeof stranger) => {
    const call = await apiOf(who)
    return Promise.all([
      call(`${members}/roles`),
      call(`${members}/users/search`, { method: 'POST', body: {} }),
      call(`${members}/users`, {
        method: 'POST',
        body: { email: 'a@b.example', permission_level: 'write' },
      }),
      call(`${members}/${collaborator.id}`, { method: 'DELETE' }),
    ])
  }
  for (const who of [stranger, collaborator])
    for (const { status } of await asks(who)) expect(status).toBe(404)
  await bindToCloud(collaborator, cloud)
  for (const { status } of await asks(collaborator)) expect(status).toBe(403)
})
