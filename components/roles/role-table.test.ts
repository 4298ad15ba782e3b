import { expect, test } from 'vitest'
import { permissionNames } from '@/lib/domain/permissions'
import { differs, permissionRows, roleById, roleColumns } from './role-table'
import { aboutRole } from './role-words'

const cell = (id: string, permission: (typeof permissionNames)[number]) => {
  const column = roleById(id)
  if (!column) throw new Error(id)
  return column.cells[permission]
}

test('every line of the policy is a row, every role a column that says what it is for', () => {
  expect(permissionRows.map(({ permission }) => permission).sort()).toEqual(
    [...permissionNames].sort(),
  )
  expect(new Set(roleColumns.map(({ id }) => id)).size).toBe(roleColumns.length)
  for (const { id } of roleColumns) expect(aboutRole(id)).toMatch(/\.$/)
})

test.each([
  ['organization-owner', 'project.delete', 'allowed'],
  ['organization-owner', 'cloud.grant', 'not_self'],
  ['organization-collaborator', 'cloud.read', 'none'],
  ['cloud-owner', 'project.delete', 'allowed'],
  ['cloud-owner', 'cloud.delete', 'none'],
  ['cloud-collaborator', 'project.create', 'allowed'],
  ['cloud-collaborator', 'project.read', 'none'],
  ['cloud-workload-operator', 'project.create', 'none'],
  ['cloud-workload-operator', 'cloud.read', 'allowed'],
  ['cloud-read-only', 'workload.run', 'taken'],
  ['cloud-read-only', 'project.read', 'none'],
  ['project-write', 'workload.run', 'allowed'],
  ['project-write', 'project.create', 'none'],
  ['project-readonly', 'workload.run', 'none'],
  ['image-reader', 'image.create', 'taken'],
  ['image-reader', 'image.deploy_base', 'none'],
] as const)('%s: %s is %s', (id, permission, expected) =>
  expect(cell(id, permission)).toBe(expected),
)

test('writer and collaborator of a cloud do not differ in anything', () => {
  const both = ['cloud-writer', 'cloud-collaborator'].map((id) => roleById(id) as never)
  expect(permissionNames.filter((permission) => differs(both, permission))).toEqual([])
})
