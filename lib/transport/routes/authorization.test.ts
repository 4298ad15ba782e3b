import { expect, test } from 'vitest'
import { apiOf } from '@/lib/testing/api'
import { makeOrganization } from '@/lib/testing/people'
import { bindToCloud, bindToProject, makeCloud, makeProject } from '@/lib/testing/resources'
import { permissionWords, resourceTypes } from './authorization-words'

const path = '/authorization/check'

async function world() {
  const organization = await makeOrganization()
  const asking = async (who: typeof organization.owner) => {
    const call = await apiOf(who)
    return (resource_type: unknown, permission: unknown, resource_id: unknown = organization.id) =>
      call(path, { method: 'POST', body: { resource_id, resource_type, permission } })
  }
  return {
    ...organization,
    asOwner: await asking(organization.owner),
    asCollaborator: await asking(organization.collaborator),
    asStranger: await asking(organization.stranger),
  }
}

test('answers as the policy decides: the owner may, the collaborator may not', async () => {
  const { asOwner, asCollaborator } = await world()
  for (const [type, permission, owner, collaborator] of [
    ['organization', 'get', true, true],
    ['organization', 'manage_iam', true, false],
    ['organization', 'delete', true, false],
    ['organization', 'api_key_create', true, true],
    ['organization_settings', 'update', true, false],
    ['api_keys', 'list', true, true],
    ['organization', 'cloud_create', true, false],
    ['organization', 'image_create', true, true],
    ['organization_billing', 'get', false, false],
  ] as const) {
    const answers = [await asOwner(type, permission), await asCollaborator(type, permission)]
    expect(
      answers.map(({ body }) => body),
      `${type} ${permission}`,
    ).toEqual([{ result: { allowed: owner } }, { result: { allowed: collaborator } }])
  }
})

test('every documented word is understood, other words are 422', async () => {
  const { asOwner } = await world()
  for (const permission of permissionWords) {
    expect((await asOwner('organization', permission)).status, permission).toBe(200)
  }
  for (const type of resourceTypes) {
    expect([200, 404], type).toContain((await asOwner(type, 'get')).status)
  }
  for (const [type, permission, id] of [
    ['tenant', 'get', 'org_x'],
    ['organization', 'organization.read', 'org_x'],
    ['organization', 'member.remove', 'org_x'],
    ['organization', '__proto__', 'org_x'],
    ['organization', ['get'], 'org_x'],
    ['organization', 'get', ''],
    ['organization', 'get', 7],
    ['organization', 'get', 'a\0'],
    ['organization', 'get', 'a'.repeat(5_000)],
  ]) {
    expect((await asOwner(type, permission, id)).status, String(permission)).toBe(422)
  }
})

test('another organization is as unknown as any other id, and so are things that are not here', async () => {
  const { asStranger, asOwner, id, stranger } = await world()
  const answers = [
    await asStranger('organization', 'get', id),
    await asStranger('organization', 'get', 'org_unknown'),
    await asOwner('organization', 'get', stranger.organizationId),
    await asOwner('cloud', 'get', id),
    await asOwner('cloud', 'get', 'cld_unknown'),
  ]
  for (const { status, body } of answers) {
    expect([status, body.detail]).toEqual([404, answers[0]?.body.detail])
  }
  expect((await asStranger('organization', 'get', stranger.organizationId)).body.result).toEqual({
    allowed: true,
  })
})

test('clouds and projects: their words, decided where they are asked of; what is out of reach is 404', async () => {
  const { asOwner, asCollaborator, owner, collaborator } = await world()
  const cloud = await makeCloud(owner)
  const project = await makeProject(owner, cloud)
  expect((await asCollaborator('cloud', 'get', cloud.id)).status).toBe(404)
  await bindToCloud(collaborator, cloud)
  await bindToProject(collaborator, project, 'readonly')
  for (const [type, permission, mayOwner, mayCollaborator] of [
    ['cloud', 'get', true, true],
    ['cloud', 'project_create', true, true],
    ['cloud', 'manage_iam', true, false],
    ['cloud', 'update', true, false],
    ['cloud', 'delete', true, false],
    ['project', 'get', true, true],
    ['project', 'operate', true, false],
    ['project', 'workspace_create', true, false],
    ['project', 'manage_iam', true, false],
    ['project', 'delete', true, false],
    ['project', 'machine_create', false, false],
  ] as const) {
    const id = type === 'cloud' ? cloud.id : project.id
    const answers = [
      await asOwner(type, permission, id),
      await asCollaborator(type, permission, id),
    ]
    expect(
      answers.map(({ body }) => body),
      `${type} ${permission}`,
    ).toEqual([{ result: { allowed: mayOwner } }, { result: { allowed: mayCollaborator } }])
  }
})
