import { expect, test } from 'vitest'
import { type Access, decide } from './decide'
import { permissionNames, permissions } from './permissions'
import type { CloudRole } from './roles'
import { tierDenial } from './tier-denial'

const at = new Date()
const held = { id: 'rb_1', origin: 'direct', startsAt: null, endsAt: null } as const
const tierRoles = { owner: 'owner', write: 'collaborator', readonly: 'project_viewer' } as const

const on = (role: CloudRole): Access => ({
  organizationRole: 'collaborator',
  chain: {
    at,
    cloud: [{ ...held, role, readOnly: false }],
    project: { isPublic: true, bindings: [] },
  },
})

const placed = permissionNames.filter((name) => permissions[name].level !== 'organization')

test.each(Object.entries(tierRoles))(
  '%s: the browser says what the server decides',
  (tier, role) => {
    for (const permission of placed) {
      const decision = decide(on(role), permission)
      const said = tierDenial(permission as never, tier as never)
      expect(said, permission).toBe(decision.allowed ? null : decision.reason)
    }
  },
)

test('what the organization decides is not said here', () => {
  expect(tierDenial('cloud.delete', 'readonly')).toBeNull()
})
