import { expect, test } from 'vitest'
import { cloudRoles, cloudTier } from '@/lib/domain/roles'
import { choiceLabel, roleOptions, withRole } from './role-choices'

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
