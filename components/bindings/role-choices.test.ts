import { expect, test } from 'vitest'
import { cloudRoles, cloudTier } from '@/lib/domain/roles'
import { choiceLabel, roleDenial, roleOptions, withRole } from './role-choices'

test('roles that come to no more than reading say so', () => {
  for (const { value, hint } of roleOptions('cloud')) {
    const role = cloudRoles.find((known) => known === value) ?? 'owner'
    expect(hint.includes('no more than read only'), value).toBe(
      cloudTier(role, false) === 'readonly',
    )
  }
})

test('the limit is shown before the role, and goes when somebody becomes owner', () => {
  const limited = { role: 'writer', readOnly: true } as const
  expect(choiceLabel('cloud', limited)).toBe('Cloud read only')
  expect(withRole(limited, 'collaborator')).toEqual({ role: 'collaborator', readOnly: true })
  expect(withRole(limited, 'owner')).toEqual({ role: 'owner', readOnly: false })
})

test('a project offers nobody more than their cloud role lets them hold', () => {
  const member = {
    id: 'ide_1',
    userId: 'usr_1',
    kind: 'person',
    name: 'Tom Li',
    email: 'tom@halden.example',
    role: 'collaborator',
    suspended: false,
  } as const
  const reads = {
    member,
    onCloud: { role: 'project_viewer', readOnly: false } as const,
    cloudName: 'prod',
  }
  expect(roleDenial('write', reads)).toContain('read-only on the cloud')
  expect(roleDenial('readonly', reads)).toBeNull()
  expect(roleDenial('owner', { ...reads, onCloud: { role: 'writer', readOnly: false } })).toBeNull()
  expect(roleDenial('readonly', { ...reads, onCloud: null })).toContain('no role on the cloud')
})
