import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide, denialsOf, permissionsOf } from './decide'
import { type Permission, permissions } from './permissions'
import { type OrganizationRole, organizationRoles } from './roles'

/** The matrix, written out by hand: a changed table must be changed here too, on purpose. */
type Organizational = Extract<
  {
    [P in Permission]: (typeof permissions)[P]['level'] extends 'organization' ? P : never
  }[Permission],
  string
>
const matrix: Record<Organizational, Record<OrganizationRole, boolean>> = {
  'organization.read': { owner: true, collaborator: true },
  'organization.read_details': { owner: true, collaborator: false },
  'organization.read_overview': { owner: true, collaborator: false },
  'organization.rename': { owner: true, collaborator: false },
  'organization.change_policy': { owner: true, collaborator: false },
  'organization.delete': { owner: true, collaborator: false },
  'access.read_own': { owner: true, collaborator: true },
  'member.list': { owner: true, collaborator: false },
  'member.change_role': { owner: true, collaborator: false },
  'member.remove': { owner: true, collaborator: false },
  'member.suspend': { owner: true, collaborator: false },
  'member.restore': { owner: true, collaborator: false },
  'member.create': { owner: true, collaborator: false },
  'member.export': { owner: true, collaborator: false },
  'member.leave': { owner: true, collaborator: true },
  'session.list': { owner: true, collaborator: false },
  'session.end': { owner: true, collaborator: false },
  'operation.read': { owner: true, collaborator: false },
  'operation.stop': { owner: true, collaborator: false },
  'invitation.list': { owner: true, collaborator: false },
  'invitation.send': { owner: true, collaborator: false },
  'invitation.revoke': { owner: true, collaborator: false },
  'api_key.list': { owner: true, collaborator: false },
  'api_key.revoke': { owner: true, collaborator: false },
  'service_account.list': { owner: true, collaborator: false },
  'service_account.create': { owner: true, collaborator: false },
  'service_account.change': { owner: true, collaborator: false },
  'service_account.delete': { owner: true, collaborator: false },
  'trust.list': { owner: true, collaborator: false },
  'trust.change': { owner: true, collaborator: false },
  'token.own': { owner: true, collaborator: true },
  'audit.read': { owner: true, collaborator: false },
  'api_key.create_for_account': { owner: true, collaborator: false },
  'audit.export': { owner: true, collaborator: false },
  'api_key.list_own': { owner: true, collaborator: true },
  'api_key.create_own': { owner: true, collaborator: true },
  'api_key.revoke_own': { owner: true, collaborator: true },
  'access.read_others': { owner: true, collaborator: false },
  'cloud.list': { owner: true, collaborator: true },
  'cloud.create': { owner: true, collaborator: false },
  'cloud.delete': { owner: true, collaborator: false },
  'cloud.make_default': { owner: true, collaborator: false },
  'project.list': { owner: true, collaborator: true },
  'image.create': { owner: true, collaborator: true },
  'image.archive': { owner: true, collaborator: true },
  'image.deploy_base': { owner: true, collaborator: true },
  'image.deploy_custom': { owner: true, collaborator: true },
  'image.list': { owner: true, collaborator: true },
  'image.read': { owner: true, collaborator: true },
}
const all = Object.keys(permissions) as Permission[]
const organizational = all.filter(
  (permission): permission is Organizational => permissions[permission].level === 'organization',
)

it('the matrix names every permission and every role', () => {
  expect(Object.keys(matrix).sort()).toEqual([...organizational].sort())
  for (const row of Object.values(matrix)) {
    expect(Object.keys(row).sort()).toEqual([...organizationRoles].sort())
  }
})

describe.each(organizational)('%s', (permission) => {
  it.each(organizationRoles)('for %s', (organizationRole) => {
    const expected = matrix[permission][organizationRole]
    expect(decide({ organizationRole }, permission).allowed).toBe(expected)
    expect(permissionsOf(organizationRole).includes(permission)).toBe(expected)
  })

  it('is denied without a role', () => {
    expect(decide({ organizationRole: null }, permission).allowed).toBe(false)
  })

  it.each(organizationRoles)(
    'is denied to %s outside a ceiling, and never widened by one',
    (role) => {
      const ceiling = all.filter((other) => other !== permission)
      expect(decide({ organizationRole: role, ceiling }, permission).allowed).toBe(false)
      const inside = decide({ organizationRole: role, ceiling: [permission] }, permission)
      expect(inside.allowed).toBe(matrix[permission][role])
    },
  )
})

it('what a role does not let one do is told to the browser whole', () => {
  for (const role of organizationRoles) {
    const denied = organizational.filter((permission) => !matrix[permission][role])
    expect(Object.keys(denialsOf(role)).sort()).toEqual([...denied].sort())
  }
  expect(denialsOf('collaborator')['member.remove']).toBe(
    'Only owners can remove people from this organization.',
  )
})

it('a denial names the roles that could', () => {
  expect(decide({ organizationRole: 'collaborator' }, 'member.remove')).toEqual({
    allowed: false,
    reason: 'Only owners can remove people from this organization.',
  })
  expect(decide({ organizationRole: 'owner', ceiling: [] }, 'invitation.send')).toEqual({
    allowed: false,
    reason: 'This key may not invite people.',
  })
})

it('is total: it never throws, and every denial is one sentence', () => {
  const access = fc.record(
    {
      organizationRole: fc.constantFrom(...organizationRoles, null),
      ceiling: fc.subarray(all),
    },
    { requiredKeys: ['organizationRole'] },
  )
  fc.assert(
    fc.property(access, fc.constantFrom(...all), (held, permission) => {
      const decision = decide(held, permission)
      if (!decision.allowed) expect(decision.reason).toMatch(/^[A-Z][^.\n]+\.$/)
    }),
  )
})
