import { beforeAll, describe, expect, test } from 'vitest'
import { apiOf } from '@/lib/testing/api'
import { testDatabase } from '@/lib/testing/database'
import { makeMember, makeOrganization } from '@/lib/testing/people'
import { bindToCloud, makeCloud } from '@/lib/testing/resources'

beforeAll(testDatabase, 60_000)

const empty = { results: [], metadata: { total: 0, next_paging_token: null } }
const given = { name: 'prod-us-west', provider: 'AWS', region: 'us-west-2', credentials: 'arn:x' }

describe('what clients stop without (anyscale-client.md §5)', () => {
  test('a new cloud has all of it, and name, provider and region come back as sent', async () => {
    const { owner } = await makeOrganization()
    const call = await apiOf(owner)
    const made = await call('/clouds', { method: 'POST', body: given })
    expect(made.status).toBe(201)
    const { result } = made.body
    expect(result).toMatchObject({
      name: given.name,
      provider: 'AWS',
      region: given.region,
      compute_stack: 'VM',
      type: 'PUBLIC',
      state: 'ACTIVE',
      status: 'ready',
      creator_id: owner.userId,
      is_default: true,
      auto_add_user: false,
      is_bring_your_own_resource: true,
      is_aioa: false,
      external_id: null,
      availability_zones: [],
    })
    expect(result.created_at).toMatch(/\.\d{6}\+00:00$/)
    for (const field of ['credentials', 'customer_aggregated_logs_config_id'])
      expect(result[field], field).toBe('') // required, and nothing is kept of them
    for (const form of [`/clouds/${result.id}`, `/clouds/${result.id}/`])
      expect((await call(form)).body.result, form).toEqual(result)
    const ext = await apiOf(owner, '/ext/v0')
    for (const form of [`/clouds/${result.id}`, '/clouds/default', '/clouds/default/'])
      expect((await ext(form)).body.result, form).toEqual(result)
  })

  test('a fresh cloud has no listed member and a public project “default”', async () => {
    const { owner } = await makeOrganization()
    const call = await apiOf(owner)
    const { id } = (await call('/clouds/', { method: 'POST', body: given })).body.result
    const members = await call(`/clouds/${id}/collaborators/users/search`, {
      method: 'POST',
      body: {},
    })
    expect([members.status, members.body]).toEqual([200, empty])
    expect((await call(`/clouds/${id}/collaborators/roles`)).body).toEqual(empty)
    const { result } = (await call(`/projects/default_project?parent_cloud_id=${id}`)).body
    expect(result).toMatchObject({ name: 'default', is_default: true, is_public: true })
  })

  test('there is no compute: no resources, no machine pools, nothing of it to turn on', async () => {
    const { owner } = await makeOrganization()
    const cloud = await makeCloud(owner)
    const call = await apiOf(owner)
    expect((await call(`/clouds/${cloud.id}/resources`)).body).toEqual(empty)
    expect((await call('/machine_pools/')).body).toEqual({ result: { machine_pools: [] } })
    const put = (path: string) => call(`/clouds/${cloud.id}/${path}`, { method: 'PUT' })
    const lineage = 'lineage_tracking_enabled?lineage_tracking_enabled'
    const logs = 'update_customer_aggregated_logs_config?is_enabled'
    for (const path of [lineage, logs]) {
      expect((await put(`${path}=False`)).status).toBe(204)
      expect((await put(`${path}=True`)).status).toBe(501)
    }
  })

  test('policies before groups exist: none on a thing is 404 “No policy found”, the lists are empty', async () => {
    const { owner, stranger } = await makeOrganization()
    const cloud = await makeCloud(owner)
    const call = await apiOf(owner)
    for (const path of [`cloud/${cloud.id}`, `project/${cloud.project.id}`, 'organization/_']) {
      const { status, body } = await call(`/policy/${path}`)
      expect([status, body.error.detail], path).toEqual([404, 'No policy found.'])
    }
    for (const kind of ['clouds', 'projects'])
      expect((await call(`/policy/${kind}`)).body).toEqual(empty)
    const theirs = await (await apiOf(stranger))(`/policy/cloud/${cloud.id}`)
    expect([theirs.status, theirs.body.detail]).not.toEqual([404, 'No policy found.'])
  })
})

describe('lists and look-ups', () => {
  test('count goes to 1,000, without it 50 come, and pages are walked to the end', async () => {
    const { owner } = await makeOrganization()
    for (const name of ['a1', 'a2', 'b1']) await makeCloud(owner, { name })
    const call = await apiOf(owner)
    const names: string[] = []
    let token: string | null = ''
    do {
      const after: string = token ? `&paging_token=${token}` : ''
      const { body } = await call(`/clouds/?count=2${after}`)
      names.push(...body.results.map((row: { name: string }) => row.name))
      token = body.metadata.next_paging_token
    } while (token)
    expect(names).toEqual(['a1', 'a2', 'b1'])
    expect((await call('/clouds?count=1000')).body.metadata).toEqual({
      total: 3,
      next_paging_token: null,
    })
    expect((await call('/clouds?count=1001')).status).toBe(422)
    expect((await call('/clouds?count=0')).body).toEqual({
      results: [],
      metadata: { total: 3, next_paging_token: null },
    })
  })

  test('filters and orders really do: name, creator, state (repeated), and every sort field', async () => {
    const { owner, secondOwner } = await makeOrganization()
    await makeCloud(owner, { name: 'Prod-east' })
    await makeCloud(secondOwner, { name: 'prod-west', isDefault: true })
    await makeCloud(owner, { name: 'lab' })
    const call = await apiOf(owner)
    const found = async (query: string) =>
      (await call(`/clouds/?${query}`)).body.results.map((row: { name: string }) => row.name)
    expect(await found('name=PROD')).toEqual(['Prod-east', 'prod-west'])
    expect(await found(`creator_id=${secondOwner.userId}`)).toEqual(['prod-west'])
    expect(await found('state_filter=CREATING&state_filter=ACTIVE')).toHaveLength(3)
    expect(await found('state_filter=ACTIVE&state_filter=CREATING')).toHaveLength(3)
    expect(await found('state_filter=DELETED')).toEqual([])
    expect(await found('sort_order=DESC')).toEqual(['prod-west', 'Prod-east', 'lab'])
    expect(await found('sort_field=CREATED_AT&sort_order=DESC')).toEqual([
      'lab',
      'prod-west',
      'Prod-east',
    ])
    expect(await found('sort_field=IS_DEFAULT&sort_order=DESC')).toEqual([
      'prod-west',
      'lab',
      'Prod-east',
    ])
    expect(await found('sort_field=IS_AIOA')).toHaveLength(3)
    const ext = await apiOf(owner, '/ext/v0')
    const searched = async (name: object, paging?: object) =>
      (await ext('/clouds/search', { method: 'POST', body: { name, paging } })).body
    expect((await searched({ equals: 'prod-EAST' })).results).toHaveLength(1)
    expect((await searched({ contains: 'prod', not_equal: 'prod-east' })).results).toMatchObject([
      { name: 'prod-west' },
    ])
    const first = await searched({}, { count: 1 })
    expect(first.results).toMatchObject([{ name: 'lab' }])
    const paging = { count: 1, paging_token: first.metadata.next_paging_token }
    expect((await searched({}, paging)).results).toMatchObject([{ name: 'Prod-east' }])
  })

  test('by name: exactly this one; unknown and unreachable ones are the same 404 with the name', async () => {
    const { owner, collaborator } = await makeOrganization()
    await makeCloud(owner, { name: 'prod-west' })
    await makeCloud(owner, { name: 'prod' })
    const call = await apiOf(owner)
    const find = (name: string, asking = call) =>
      asking('/clouds/find_by_name', { method: 'POST', body: { name } })
    expect((await find('prod')).body.result.name).toBe('prod')
    const unknown = await find('nowhere')
    expect([unknown.status, unknown.body.error.detail]).toEqual([404, "Cloud 'nowhere' not found."])
    const out = await find('prod', await apiOf(collaborator))
    expect([out.status, out.body.error.detail]).toEqual([404, "Cloud 'prod' not found."])
  })

  test('a collaborator sees what they can reach; a removed creator is “Removed user”', async () => {
    const { id, owner, collaborator } = await makeOrganization()
    const leaver = await makeMember(id, 'owner')
    const open = await makeCloud(leaver, { name: 'open' })
    await makeCloud(owner, { name: 'shut' })
    await bindToCloud(collaborator, open)
    const call = await apiOf(owner)
    const body = { permission_level: 'collaborator' }
    await call(`/organization_collaborators/${leaver.id}`, { method: 'PUT', body })
    await call(`/organization_collaborators/${leaver.id}`, { method: 'DELETE' })
    const { results } = (await (await apiOf(collaborator))('/clouds')).body
    expect(results).toMatchObject([
      { name: 'open', creator_id: leaver.userId, creator: { name: 'Removed user', email: '' } },
    ])
  })
})

describe('changes', () => {
  test('update_default_cloud takes the cloud from the query, no body, and answers 204 only', async () => {
    const { owner, collaborator } = await makeOrganization()
    const call = await apiOf(owner)
    await makeCloud(owner, { isDefault: true })
    const other = await makeCloud(owner)
    const json = { 'content-type': 'application/json' }
    const set = (asking = call) =>
      asking(`/organizations/update_default_cloud?cloud_id=${other.id}`, {
        method: 'POST',
        headers: json,
      })
    await bindToCloud(collaborator, other, 'owner')
    expect((await set(await apiOf(collaborator))).status).toBe(403)
    expect((await set()).status).toBe(204)
    expect((await call(`/clouds/${other.id}`)).body.result.is_default).toBe(true)
    expect((await call('/userinfo')).body.result.organizations[0].default_cloud_id).toBe(other.id)
    expect((await (await apiOf(owner, '/ext/v0'))('/clouds/default')).body.result.id).toBe(other.id)
  })

  test('without a default cloud /ext/v0/clouds/default is 404, and userinfo says null', async () => {
    const { owner } = await makeOrganization()
    expect((await (await apiOf(owner, '/ext/v0'))('/clouds/default')).status).toBe(404)
    const { result } = (await (await apiOf(owner))('/userinfo')).body
    expect(result.organizations[0].default_cloud_id).toBeNull()
  })

  test('auto-add: any letter case, no body, read back at once; nothing there says “try again”', async () => {
    const { owner, collaborator } = await makeOrganization()
    const cloud = await makeCloud(owner)
    const call = await apiOf(owner)
    const put = (on: string) =>
      call(`/clouds/${cloud.id}/auto_add_user?auto_add_user=${on}`, { method: 'PUT' })
    for (const [on, expected] of [
      ['True', true],
      ['true', true],
      ['False', false],
      ['TRUE', true],
    ] as const) {
      expect((await put(on)).status).toBe(204)
      expect((await call(`/clouds/${cloud.id}`)).body.result.auto_add_user).toBe(expected)
    }
    const roles = (await call(`/clouds/${cloud.id}/collaborators/roles`)).body.results
    expect(roles).toEqual([
      { user_id: collaborator.userId, base_roles: ['collaborator'], deny_roles: [] },
    ])
    expect((await put('1')).status).toBe(422)
  })

  test('deleting answers 204, then the cloud is gone: 404; force is taken for the sake of clients', async () => {
    const { owner } = await makeOrganization()
    const cloud = await makeCloud(owner)
    const call = await apiOf(owner)
    expect((await call(`/clouds/${cloud.id}?force=False`, { method: 'DELETE' })).status).toBe(204)
    for (const path of ['', '/resources', '/collaborators/roles'])
      expect((await call(`/clouds/${cloud.id}${path}`)).status, path).toBe(404)
  })

  test('booleans in bodies must be booleans, names are unique, a collaborator creates none', async () => {
    const { owner, collaborator } = await makeOrganization()
    const call = await apiOf(owner)
    const create = (more: object, asking = call) =>
      asking('/clouds/', { method: 'POST', body: { ...given, ...more } })
    expect((await create({ auto_add_user: 'false' })).status).toBe(422)
    expect((await create({ provider: 'aws' })).status).toBe(422)
    expect((await create({}, await apiOf(collaborator))).status).toBe(403)
    const made = await create({ auto_add_user: true, is_private_cloud: true, compute_stack: 'K8S' })
    expect(made.body.result).toMatchObject({
      auto_add_user: true,
      is_private_cloud: true,
      is_k8s: true,
      compute_stack: 'K8S',
    })
    expect((await create({})).status).toBe(409)
  })
})
