import { expect, test } from 'vitest'
import type { ProjectRole } from '@/lib/domain/roles'
import type { BindingRow } from './binding-shapes'
import { roleDenial } from './denials'
import type { Place } from './place'

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
  const project: Place = {
    kind: 'project',
    id: 'prj_1',
    name: 'grasp-policy',
    tier: 'owner',
    cloud: { id: 'cld_1', name: 'prod' },
    isPublic: false,
  }
  const denied = (role: ProjectRole, onCloud: BindingRow['onCloud']) =>
    roleDenial(project, { member, onCloud }, role, 'ide_2')
  const reads = { role: 'project_viewer', readOnly: false } as const
  expect(denied('write', reads)).toContain('read-only on the cloud')
  expect(denied('readonly', reads)).toBeNull()
  expect(denied('owner', { role: 'writer', readOnly: false })).toBeNull()
  expect(denied('readonly', null)).toContain('no role on the cloud')
})
