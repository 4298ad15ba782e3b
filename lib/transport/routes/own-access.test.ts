import { beforeAll, describe, expect, test } from 'vitest'
import { apiOf } from '@/lib/testing/api'
import { testDatabase } from '@/lib/testing/database'
import { makeMember, makeOrganization } from '@/lib/testing/people'
import { bindToCloud, bindToProject, makeCloud, makeProject } from '@/lib/testing/resources'

beforeAll(testDatabase, 60_000)
const own = '/api/gatehouse/v1'
const soon = () => new Date(Date.now() + 3_600_000).toISOString()

async function world() {
  const organization = await makeOrganization()
  const { owner, collaborator } = organization
  const cloud = await makeCloud(owner, { name: 'lab' })
  const project = await makeProject(owner, cloud, { name: 'grasp' })
  const call = await apiOf(owner, own)
  const as = await apiOf(collaborator, own)
  return { ...organization, cloud, project, call, as }
}

describe('questions about access', () => {
  test('who can, what can, the tree and why agree, and name the way', async () => {
    const { cloud, project, collaborator, owner, call, as } = await world()
    await bindToCloud(collaborator, cloud, 'writer')
    await bindToProject(collaborator, project, 'readonly')
    const who = await call(`/access/who_can?permission=project.read&project_id=${project.id}`)
    expect(who.body.results).toContainEqual({
      member: expect.objectContaining({ identity_id: collaborator.id, kind: 'person' }),
      tier: 'readonly',
      origins: ['direct'],
      ends_at: null,
    })
    expect(who.body.metadata).toEqual({ next_paging_token: null })
    const what = await as('/access/what_can')
    expect(what.body.results).toContainEqual(
      expect.objectContaining({
        cloud: { id: cloud.id, name: 'lab' },
        project: { id: project.id, name: 'grasp', is_public: false, is_default: false },
        tier: 'readonly',
      }),
    )
    const tree = (await call(`/access/tree?member_id=${collaborator.userId}`)).body.results
    expect(tree).toMatchObject([
      {
        id: cloud.id,
        tier: 'write',
        given: { role: 'writer', read_only: false, held_back: null },
        projects: expect.arrayContaining([
          expect.objectContaining({ id: project.id, tier: 'readonly' }),
        ]),
      },
    ])
    const asked = `permission=project.grant&project_id=${project.id}`
    const mine = (await as(`/access/explain?${asked}`)).body.result
    expect(mine).toMatchObject({ allowed: false, place: { kind: 'project', id: project.id } })
    expect(mine.grants).toContainEqual([
      expect.objectContaining({ kind: 'project_role', role: 'owner', by: 'project.grant' }),
    ])
    expect(mine.who_could[0]).toEqual({
      permission: expect.any(String),
      words: expect.any(String),
      count: expect.any(Number),
    })
    const theirs = await call(`/access/explain?${asked}&member_id=${owner.id}`)
    expect(theirs.body.result).toMatchObject({ allowed: true, member: { identity_id: owner.id } })
  })

  test('of others only owners may ask; a stranger’s are nobody, a place out of reach is none', async () => {
    const { cloud, project, owner, collaborator, stranger, as, call } = await world()
    expect((await as(`/access/tree?member_id=${owner.id}`)).status).toBe(403)
    expect((await as(`/access/what_can?member_id=${owner.id}`)).status).toBe(403)
    const who = `/access/who_can?permission=cloud.read&cloud_id=${cloud.id}`
    expect((await as(who)).status).toBe(403)
    expect((await call(`/access/tree?member_id=${stranger.id}`)).status).toBe(404)
    const theirs = await apiOf(stranger, own)
    for (const path of [
      who,
      `/access/explain?permission=project.read&project_id=${project.id}`,
      `/access/tree?member_id=${collaborator.id}`,
    ])
      expect((await theirs(path)).status, path).toBe(404)
    const explain = await as(`/access/explain?permission=cloud.read&cloud_id=${cloud.id}`)
    expect(explain.status).toBe(404)
    const both = `/access/explain?permission=cloud.read&cloud_id=${cloud.id}&project_id=${project.id}`
    expect((await call(both)).status).toBe(422)
  })

  test('in the organization: who can change roles', async () => {
    const { call, owner, secondOwner } = await world()
    const { results } = (await call('/access/who_can?permission=member.change_role')).body
    const ids = results.map((row: { member: { identity_id: string } }) => row.member.identity_id)
    expect(ids.sort()).toEqual([owner.id, secondOwner.id].sort())
    const { result } = (await call('/access/explain?permission=member.change_role')).body
    expect(result).toMatchObject({ allowed: true, place: { kind: 'organization' } })
  })
})

describe('roles with times', () => {
  test('each of many has its own outcome; start, end and who gave it are read back', async () => {
    const { cloud, collaborator, secondOwner, owner, call } = await world()
    const path = `/clouds/${cloud.id}/bindings`
    const ends_at = soon()
    const given = await call(path, {
      method: 'POST',
      body: {
        grants: [
          { user_id: collaborator.userId, role: 'writer', ends_at },
          { identity_id: secondOwner.id, role: 'writer' },
          { email: 'nobody@b.example', role: 'collaborator' },
        ],
      },
    })
    expect(given.body.results).toMatchObject([
      { status: 'granted', identity_id: collaborator.id, detail: null },
      { status: 'refused', code: 'forbidden', detail: expect.stringMatching(/\.$/) },
      { status: 'refused' },
    ])
    const [row] = (await call(path)).body.results
    expect(row).toMatchObject({
      id: given.body.results[0].binding_id,
      member: { identity_id: collaborator.id },
      role: 'writer',
      read_only: false,
      tier: 'write',
      origin: 'direct',
      created_by: { identity_id: owner.id },
      starts_at: null,
    })
    expect(Date.parse(row.ends_at)).toBe(Date.parse(ends_at))
    expect((await call(`${path}?ends=ending`)).body.results).toHaveLength(1)
    expect((await call(`${path}?ends=planned`)).body.results).toEqual([])
  })

  test('a change keeps the times that it leaves out, and a second writer is told', async () => {
    const { cloud, collaborator, call } = await world()
    await bindToCloud(collaborator, cloud, 'writer', { endsAt: new Date(soon()) })
    const path = `/clouds/${cloud.id}/bindings/${collaborator.id}`
    const patch = (body: object) => call(path, { method: 'PATCH', body })
    const changed = await patch({ role: 'collaborator', read_only: true, expected_version: 1 })
    expect(changed.body.result).toMatchObject({
      role: 'collaborator',
      read_only: true,
      tier: 'readonly',
      ends_at: expect.any(String),
      version: 2,
    })
    expect((await patch({ role: 'writer', expected_version: 1 })).body.code).toBe('stale')
    const endless = await patch({ role: 'writer', ends_at: null })
    expect(endless.body.result.ends_at).toBeNull()
    expect((await call(path, { method: 'DELETE' })).status).toBe(204)
    expect((await call(path, { method: 'DELETE' })).status).toBe(404)
  })

  test('in projects likewise; clouds are renamed and projects described by PATCH', async () => {
    const { cloud, project, collaborator, call, as } = await world()
    await bindToCloud(collaborator, cloud)
    const path = `/projects/${project.id}/bindings`
    const body = { grants: [{ email: collaborator.email, role: 'owner', starts_at: soon() }] }
    expect((await call(path, { method: 'POST', body })).body.results).toMatchObject([
      { status: 'granted' },
    ])
    expect((await call(path)).body.results).toMatchObject([{ role: 'owner', tier: null }])
    expect((await as(`/projects/${project.id}`, { method: 'PATCH', body: {} })).status).toBe(404)
    const patched = await call(`/projects/${project.id}`, {
      method: 'PATCH',
      body: { description: 'New words' },
    })
    expect(patched.body.result).toMatchObject({ name: 'grasp', description: 'New words' })
    const renamed = await call(`/clouds/${cloud.id}`, { method: 'PATCH', body: { name: 'lab-2' } })
    expect(renamed.body.result.name).toBe('lab-2')
  })
})

describe('workloads', () => {
  const job = { external_id: 'job-1', kind: 'job', name: 'train', state: 'running' }

  test('the same external id is the same workload; PATCH keeps what it leaves out', async () => {
    const { project, collaborator, call } = await world()
    const report = (more: object = {}) =>
      call('/workloads', { method: 'POST', body: { ...job, project_id: project.id, ...more } })
    const first = await report({ creator: collaborator.email })
    expect(first.body.result).toMatchObject({
      external_id: 'job-1',
      creator: { identity_id: collaborator.id, removed: false },
      project: { id: project.id, name: 'grasp' },
    })
    const again = await report({ state: 'idle' })
    expect(again.body.result).toMatchObject({
      id: first.body.result.id,
      state: 'idle',
      creator: { identity_id: collaborator.id },
    })
    const path = `/workloads/${first.body.result.id}`
    const patched = await call(path, { method: 'PATCH', body: { state: 'stopped' } })
    expect(patched.body.result).toMatchObject({ state: 'stopped', name: 'train' })
    expect((await call(path)).body.result).toEqual(patched.body.result)
    expect((await call('/workloads?external_id=job-1&state=stopped,failed')).body.results).toEqual([
      patched.body.result,
    ])
    expect((await call('/workloads?state=running')).body.results).toEqual([])
  })

  test('reported by who may write in the project, seen by who can reach it, unknown to all others', async () => {
    const { id, cloud, project, stranger, call } = await world()
    const reader = await makeMember(id)
    await bindToCloud(reader, cloud)
    await bindToProject(reader, project, 'readonly')
    const reads = await apiOf(reader, own)
    const body = { ...job, project_id: project.id }
    expect((await reads('/workloads', { method: 'POST', body })).status).toBe(403)
    const made = (await call('/workloads', { method: 'POST', body })).body.result
    expect((await reads(`/workloads/${made.id}`)).status).toBe(200)
    const theirs = await apiOf(stranger, own)
    expect((await theirs(`/workloads/${made.id}`)).status).toBe(404)
    expect((await theirs('/workloads', { method: 'POST', body })).status).toBe(404)
    expect((await theirs('/workloads')).body.results).toEqual([])
    const patch = { method: 'PATCH', body: { state: 'stopped' } }
    expect((await reads(`/workloads/${made.id}`, patch)).status).toBe(403)
  })
})
