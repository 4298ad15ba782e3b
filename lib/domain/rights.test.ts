import { expect, test } from 'vitest'
import { decide, permissionsOf } from './decide'
import { type Permission, permissions } from './permissions'
import { byNoun, rightNouns, rightsBeyond, rightsWith } from './rights'

const all = (Object.keys(permissions) as Permission[]).filter(
  (permission) => permissions[permission].level === 'organization',
)

test('every right in the organization stands in exactly one group that has a name', () => {
  const groups = byNoun(rightsWith({ organizationRole: 'owner' }))
  expect(groups.flatMap(({ rights }) => rights.map(({ permission }) => permission)).sort()).toEqual(
    [...all].sort(),
  )
  for (const { noun } of groups) expect(Object.keys(rightNouns)).toContain(noun)
  for (const { noun, label } of groups) expect(label).not.toBe(noun)
})

test('rights are what decide answers, with its reason', () => {
  for (const organizationRole of ['owner', 'collaborator'] as const) {
    for (const { permission, allowed, reason } of rightsWith({ organizationRole })) {
      const decision = decide({ organizationRole }, permission as Permission)
      expect(allowed).toBe(decision.allowed)
      expect(reason).toBe(decision.allowed ? null : decision.reason)
    }
  }
})

test('what one role has beyond another', () => {
  const more = rightsBeyond('owner', 'collaborator')
  expect([...more, ...permissionsOf('collaborator')].sort()).toEqual(permissionsOf('owner').sort())
  expect(rightsBeyond('owner', 'owner')).toEqual([])
})
