import { describe, expect, test } from 'vitest'
import { revokeApiKey } from '@/lib/modules/api-keys/commands/revoke-api-key'
import { apiOf } from '@/lib/testing/api'
import { as, makeKey, makeMember, makeOrganization } from '@/lib/testing/people'

describe('authentication', () => {
  test('bearer and the cookie cli_token are the same key; absent, wrong and revoked keys read alike', async () => {
    const { owner } = await makeOrganization()
    const { key, id } = await makeKey(owner)
    const call = await apiOf(null)
    const cookie = await call('/userinfo/', { headers: { cookie: `theme=dark; cli_token=${key}` } })
    expect(cookie.status).toBe(200)
    const refusals = [
      await call('/userinfo/'),
      await call('/userinfo/', { headers: { authorization: 'Bearer agh_pat_nonsense' } }),
      await call('/userinfo/', { headers: { authorization: `Bearer ${key.slice(0, -1)}_` } }),
    ]
    await as(owner).run(revokeApiKey, { keyId: id })
    refusals.push(await call('/userinfo/', { headers: { authorization: `Bearer ${key}` } }))
    for (const refusal of refusals) {
      expect(refusal.status).toBe(401)
      expect(refusal.body).toEqual(refusals[0]?.body)
      expect(refusal.headers.get('www-authenticate')).toContain('Bearer')
    }
  })

  test('a removed member’s key is refused at the next request', async () => {
    const { owner, collaborator } = await makeOrganization()
    const mine = await apiOf(owner)
    const theirs = await apiOf(collaborator)
    expect((await theirs('/userinfo')).status).toBe(200)
    expect(
      (await mine(`/organization_collaborators/${collaborator.id}`, { method: 'DELETE' })).status,
    ).toBe(204)
    expect((await theirs('/userinfo')).status).toBe(401)
  })
})

describe('userinfo', () => {
  test('has every field that the official client insists on', async () => {
    const { id, owner } = await makeOrganization()
    const { body } = await (await apiOf(owner))('/userinfo/')
    expect(body.result).toMatchObject({
      id: owner.userId,
      email: owner.email,
      organization_ids: [id],
    })
    for (const field of [
      'verified',
      'username',
      'organization_permission_level',
      'ld_hash',
      'ld_hash_fields',
      'pylon_hash',
    ]) {
      expect(body.result[field], field).not.toBeNull()
      expect(body.result, field).toHaveProperty(field)
    }
  })

  test('cli_usage takes anything and keeps nothing', async () => {
    const { collaborator } = await makeOrganization()
    const call = await apiOf(collaborator)
    expect((await call('/cli_usage/', { method: 'POST', raw: 'not json' })).status).toBe(204)
  })
})

describe('organization_collaborators', () => {
  test('lists everybody without count, in both slash forms, with total and no empty token', async () => {
    const { id, owner } = await makeOrganization()
    for (let index = 0; index < 60; index++) await makeMember(id)
    const call = await apiOf(owner)
    for (const path of ['/organization_collaborators/', '/organization_collaborators']) {
      const { body, status } = await call(path)
      expect(status).toBe(200)
      expect(body.results).toHaveLength(63)
      expect(body.metadata).toEqual({ total: 63, next_paging_token: null })
    }
  })

  test('pages by token', async () => {
    const { id, owner } = await makeOrganization()
    for (let index = 0; index < 9; index++) await makeMember(id)
    const call = await apiOf(owner)
    const seen: string[] = []
    let token: string | null = null
    do {
      const after: string = token ? `&paging_token=${encodeURIComponent(token)}` : ''
      const { body } = await call(`/organization_collaborators/?count=5${after}`)
      seen.push(...body.results.map((row: { id: string }) => row.id))
      token = body.metadata.next_paging_token
    } while (token)
    expect(new Set(seen).size).toBe(12)
    expect(seen).toHaveLength(12)
  })

  test('an exact address, in any case, hides partial matches', async () => {
    const { id, owner } = await makeOrganization()
    await makeMember(id, 'collaborator', { email: 'ann@halden.example' })
    await makeMember(id, 'collaborator', { email: 'joann@halden.example' })
    const call = await apiOf(owner)
    const emails = async (query: string) =>
      (await call(`/organization_collaborators/?${query}`)).body.results.map(
        (row: { email: string }) => row.email,
      )
    expect(await emails('email=ANN@halden.example')).toEqual(['ann@halden.example'])
    expect(await emails('email=ann@halden')).toEqual(['ann@halden.example', 'joann@halden.example'])
    expect(await emails('email=ann@halden.example&count=1&is_service_account=False')).toEqual([
      'ann@halden.example',
    ])
  })

  test('exact names come first and no one is lost or shown twice', async () => {
    const { id, owner } = await makeOrganization()
    for (const name of ['Aaron Tom Li', 'Tom Li', 'Tom Lindqvist', 'Tom Li', 'Zoe Tom Li']) {
      await makeMember(id, 'collaborator', { name })
    }
    const call = await apiOf(owner)
    for (const size of [1, 2, 3, 50]) {
      const names: string[] = []
      let token: string | null = null
      do {
        const after: string = token ? `&paging_token=${encodeURIComponent(token)}` : ''
        const { body } = await call(
          `/organization_collaborators/?name=tom%20li&count=${size}${after}`,
        )
        names.push(...body.results.map((row: { name: string }) => row.name))
        token = body.metadata.next_paging_token
      } while (token)
      expect(names, `pages of ${size}`).toEqual([
        'Tom Li',
        'Tom Li',
        'Aaron Tom Li',
        'Tom Lindqvist',
        'Zoe Tom Li',
      ])
    }
  })

  test('collaborator_type wins over is_service_account', async () => {
    const { owner } = await makeOrganization()
    const call = await apiOf(owner)
    const total = async (query: string) =>
      (await call(`/organization_collaborators/?${query}`)).body.results.length
    expect(await total('collaborator_type=all_accounts&is_service_account=False')).toBe(3)
    expect(await total('collaborator_type=only_service_accounts&is_service_account=False')).toBe(0)
    expect(await total('is_service_account=True')).toBe(0)
  })

  test('reads by user id, changes by identity id, both answers agree', async () => {
    const { owner, collaborator } = await makeOrganization()
    const call = await apiOf(owner)
    const put = await call(`/organization_collaborators/${collaborator.id}`, {
      method: 'PUT',
      body: { permission_level: 'owner', surprise: true },
    })
    expect(put.status).toBe(200)
    const read = await call(`/organization_collaborators/${collaborator.userId}`)
    expect(read.body.result).toEqual(put.body.result)
    expect(read.body.result).toMatchObject({
      permission_level: 'owner',
      base_role: 'owner',
      additional_roles: [],
    })
  })

  test('refusals say what the clients look for', async () => {
    const { owner, secondOwner, collaborator, stranger } = await makeOrganization()
    const call = await apiOf(owner)
    const own = await call(`/organization_collaborators/${owner.id}`, {
      method: 'PUT',
      body: { permission_level: 'collaborator' },
    })
    expect(own.status).toBe(403)
    expect(own.body.error.detail).toContain('your own')
    expect(own.headers.get('content-type')).toBe('application/problem+json')
    const first = await call(`/organization_collaborators/${secondOwner.id}`, { method: 'DELETE' })
    expect([first.status, first.body.code]).toEqual([409, 'demote_first'])
    const foreign = await call(`/organization_collaborators/${stranger.id}`, { method: 'DELETE' })
    const unknown = await call('/organization_collaborators/ide_unknown', { method: 'DELETE' })
    expect(foreign.status).toBe(404)
    expect(foreign.body.detail).toBe(unknown.body.detail)
    const refused = await (await apiOf(collaborator))('/organization_collaborators/')
    expect(refused.status).toBe(403)
    expect(refused.body.error.detail).toMatch(/Only owners can .*\.$/)
  })

  test('wrong types are 422 with pointers, broken JSON 400, other methods 405, other paths 404', async () => {
    const { owner, collaborator } = await makeOrganization()
    const call = await apiOf(owner)
    const path = `/organization_collaborators/${collaborator.id}`
    const wrong = await call(path, { method: 'PUT', body: { permission_level: 7 } })
    expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([422, '#/permission_level'])
    expect((await call(path, { method: 'PUT', raw: '{' })).status).toBe(400)
    const method = await call(path, { method: 'PATCH', body: {} })
    expect([method.status, method.headers.get('allow')]).toEqual([405, 'GET, PUT, DELETE'])
    expect((await call('/nothing/here')).status).toBe(404)
    expect((await call('/organization_collaborators/?count=51')).status).toBe(422)
    expect((await call('/organization_collaborators/?paging_token=made-up')).status).toBe(422)
    expect((await call('/organization_collaborators/?email=a%00b')).status).toBe(422)
  })
})

describe('organization_invitations', () => {
  const invite = (email: unknown, headers = {}) => ({ method: 'POST', body: { email }, headers })

  test('create, read in any state, list pending only, invalidate', async () => {
    const { id, owner } = await makeOrganization()
    const call = await apiOf(owner)
    const created = await call('/organization_invitations', invite('New.Person@Halden.example'))
    expect(created.status).toBe(200)
    const path = `/organization_invitations/${created.body.result.id}`
    const { body: read } = await call(path)
    expect(read.result).toMatchObject({
      email: 'new.person@halden.example',
      organization_id: id,
      accepted_at: null,
    })
    expect(Date.parse(read.result.expires_at)).toBeGreaterThan(Date.now())
    const listed = await call('/organization_invitations/?email=NEW.PERSON@halden.example')
    expect(listed.body.results).toHaveLength(1)
    const invalidated = await call(`${path}/invalidate`, { method: 'POST' })
    expect(invalidated.status).toBe(202)
    expect(Date.parse(invalidated.body.result.expires_at)).toBeLessThanOrEqual(Date.now())
    expect((await call('/organization_invitations/')).body.results).toHaveLength(0)
    expect((await call(path)).status).toBe(200)
    expect((await call(`${path}/invalidate`, { method: 'POST' })).status).toBe(202)
  })

  test('inviting again replaces: another id, one pending row', async () => {
    const { owner } = await makeOrganization()
    const call = await apiOf(owner)
    const ids = [
      await call('/organization_invitations/', invite('a@b.example')),
      await call('/organization_invitations/', invite('A@b.example')),
    ].map(({ body }) => body.result.id)
    expect(new Set(ids).size).toBe(2)
    expect(
      (await call('/organization_invitations/')).body.results.map((row: { id: string }) => row.id),
    ).toEqual([ids[1]])
  })

  test('a batch answers by position, with the texts that Terraform looks for', async () => {
    const { owner, collaborator } = await makeOrganization()
    const call = await apiOf(owner)
    const { body } = await call('/organization_invitations/batch_create', {
      method: 'POST',
      body: [
        { email: ' one@b.example ' },
        { email: 'nonsense' },
        { email: collaborator.email },
        { email: 'one@b.example' },
      ],
    })
    expect(body.results.map((row: { status: number }) => row.status)).toEqual([200, 422, 400, 200])
    expect(body.results[0].data.id).toBe(body.results[3].data.id)
    expect(body.results[2].error.detail).toContain('already a member of your organization')
    const single = await call('/organization_invitations/', invite(collaborator.email))
    expect([single.status, single.body.error.detail]).toEqual([400, body.results[2].error.detail])
  })

  test('the limits are said in the documented words', async () => {
    const { owner } = await makeOrganization()
    const call = await apiOf(owner)
    const many = Array.from({ length: 22 }, (_, index) => ({ email: `p${index}@b.example` }))
    const { body } = await call('/organization_invitations/batch_create', {
      method: 'POST',
      body: many,
    })
    expect(body.results.filter((row: { status: number }) => row.status === 200)).toHaveLength(20)
    expect(body.results[20].error.detail).toMatch(
      /pending invitations|invitations can be sent in the past 24 hours/,
    )
  })

  test('Idempotency-Key: a repeat gets the same answer without the link, another body is refused', async () => {
    const { owner } = await makeOrganization()
    const call = await apiOf(owner)
    const headers = { 'idempotency-key': 'plan-17' }
    const first = await call('/organization_invitations/', invite('i@b.example', headers))
    const again = await call('/organization_invitations/', invite('i@b.example', headers))
    expect(first.body.result.link).toContain('/register?invitation=')
    expect(again.body).toEqual({ result: { id: first.body.result.id } })
    const other = await call('/organization_invitations/', invite('j@b.example', headers))
    expect(other.status).toBe(409)
  })
})

test('the OpenAPI document has each operation of the table, and no use for a dangling reference', async () => {
  const { body } = await (await apiOf(null))('/openapi.json')
  expect(body.openapi).toBe('3.1.0')
  const text = JSON.stringify(body)
  for (const [, name] of text.matchAll(/#\/components\/schemas\/(\w+)/g)) {
    expect(body.components.schemas, name).toHaveProperty(name as string)
  }
  expect(Object.keys(body.paths)).toContain('/organization_collaborators/{collaborator_id}')
})
