import { describe, expect, it } from 'vitest'
import { always } from '@/lib/testing/oracle/small-worlds'
import { type Access, type CloudBinding, decide, type ProjectBinding } from './decide'
import { type Permission, permissionNames, permissions } from './permissions'
import { type CloudRole, type ProjectRole, projectRoles, type Tier } from './roles'

type At<L extends 'cloud' | 'project'> = {
  [P in Permission]: (typeof permissions)[P]['level'] extends L ? P : never
}[Permission]

/** The matrix once more, written out by hand: what owner, write and readonly may, on a cloud and in a project. */
const onClouds: Record<At<'cloud'>, Record<Tier, boolean>> = {
  'cloud.read': { owner: true, write: true, readonly: true },
  'cloud.rename': { owner: true, write: false, readonly: false },
  'cloud.change_auto_add': { owner: true, write: false, readonly: false },
  'cloud.list_members': { owner: true, write: false, readonly: false },
  'cloud.grant': { owner: true, write: false, readonly: false },
  'project.create': { owner: true, write: true, readonly: false },
  'compute_config.create': { owner: true, write: true, readonly: false },
  'compute_config.read': { owner: true, write: true, readonly: true },
  'cluster.read_metrics': { owner: true, write: true, readonly: true },
}
const inProjects: Record<At<'project'>, Record<Tier, boolean>> = {
  'project.read': { owner: true, write: true, readonly: true },
  'project.list_members': { owner: true, write: true, readonly: true },
  'project.grant': { owner: true, write: false, readonly: false },
  'project.change': { owner: true, write: false, readonly: false },
  'project.change_visibility': { owner: true, write: false, readonly: false },
  'project.delete': { owner: true, write: false, readonly: false },
  'workload.read': { owner: true, write: true, readonly: true },
  'workload.report': { owner: true, write: true, readonly: false },
  'workload.run': { owner: true, write: true, readonly: false },
  'workload.read_logs': { owner: true, write: true, readonly: true },
  'workload.open_terminal': { owner: true, write: true, readonly: false },
  'workload.duplicate': { owner: true, write: true, readonly: false },
}

const NOW = Date.UTC(2026, 10, 26, 22)
const at = (ms: number) => new Date(NOW + ms)
const cloudRow = (role: CloudRole, more: Partial<CloudBinding> = {}): CloudBinding => ({
  id: 'rb_cloud',
  role,
  readOnly: false,
  origin: 'direct',
  ...always,
  ...more,
})
const projectRow = (role: ProjectRole, more: Partial<ProjectBinding> = {}): ProjectBinding => ({
  id: 'rb_project',
  role,
  origin: 'direct',
  ...always,
  ...more,
})
type Rows = { cloud?: CloudBinding[]; project?: ProjectBinding[]; isPublic?: boolean }
const holding = (
  { cloud = [], project = [], isPublic = false }: Rows,
  organizationRole: Access['organizationRole'] = 'collaborator',
): Access => ({
  organizationRole,
  chain: { at: at(0), cloud, project: { isPublic, bindings: project } },
})

const cloudNames = Object.keys(onClouds) as At<'cloud'>[]
const projectNames = Object.keys(inProjects) as At<'project'>[]
const may = (access: Access, permission: Permission) => decide(access, permission).allowed

/** What is to be allowed when somebody is that; nothing without a tier. */
const onCloud = (tier: Tier | null) => cloudNames.filter((name) => tier && onClouds[name][tier])
const inProject = (tier: Tier | null) =>
  projectNames.filter((name) => tier && inProjects[name][tier])
const allowedOf = (access: Access) => ({
  cloud: cloudNames.filter((name) => may(access, name)),
  project: projectNames.filter((name) => may(access, name)),
})
const expected = (cloud: Tier | null, project: Tier | null) => ({
  cloud: onCloud(cloud),
  project: inProject(project),
})

it('the matrix names every permission of clouds and of projects', () => {
  const levels = Object.entries(permissions)
  const at = (level: string) => levels.filter(([, entry]) => entry.level === level).map(([n]) => n)
  expect([...cloudNames].sort()).toEqual(at('cloud').sort())
  expect([...projectNames].sort()).toEqual(at('project').sort())
})

describe('by what is held', () => {
  const readOnly = { readOnly: true }
  const cases: [string, Rows, Tier | null, Tier | null][] = [
    ['nothing', {}, null, null],
    ['nothing, public project', { isPublic: true }, null, null],
    ['cloud owner', { cloud: [cloudRow('owner')] }, 'owner', 'owner'],
    ['cloud writer', { cloud: [cloudRow('writer')] }, 'write', null],
    ['cloud collaborator', { cloud: [cloudRow('collaborator')] }, 'write', null],
    ['project viewer', { cloud: [cloudRow('project_viewer')] }, 'readonly', null],
    ['compute config viewer', { cloud: [cloudRow('compute_config_viewer')] }, 'readonly', null],
    ['workload operator', { cloud: [cloudRow('workload_operator')] }, 'readonly', null],
    [
      'cloud writer, public project',
      { cloud: [cloudRow('writer')], isPublic: true },
      'write',
      'write',
    ],
    [
      'project viewer, public project',
      { cloud: [cloudRow('project_viewer')], isPublic: true },
      'readonly',
      'readonly',
    ],
    [
      'limited collaborator, public project',
      { cloud: [cloudRow('collaborator', readOnly)], isPublic: true },
      'readonly',
      'readonly',
    ],
    ...projectRoles.flatMap((role): [string, Rows, Tier | null, Tier | null][] => [
      [`${role} of the project alone`, { project: [projectRow(role)] }, null, null],
      [
        `collaborator, ${role}`,
        { cloud: [cloudRow('collaborator')], project: [projectRow(role)] },
        'write',
        role,
      ],
      [
        `limited collaborator, ${role}`,
        { cloud: [cloudRow('collaborator', readOnly)], project: [projectRow(role)] },
        'readonly',
        'readonly',
      ],
      [
        `limited writer, ${role}`,
        { cloud: [cloudRow('writer', readOnly)], project: [projectRow(role)] },
        'readonly',
        'readonly',
      ],
      [
        `workload operator, ${role}`,
        { cloud: [cloudRow('workload_operator')], project: [projectRow(role)] },
        'readonly',
        'readonly',
      ],
      [
        `cloud owner, ${role}`,
        { cloud: [cloudRow('owner')], project: [projectRow(role)] },
        'owner',
        'owner',
      ],
    ]),
    [
      'readonly in a public project writes',
      { cloud: [cloudRow('writer')], project: [projectRow('readonly')], isPublic: true },
      'write',
      'write',
    ],
    [
      'owner of a public project owns it',
      { cloud: [cloudRow('writer')], project: [projectRow('owner')], isPublic: true },
      'write',
      'owner',
    ],
  ]
  it.each(cases)('%s', (_, rows, cloud, project) => {
    expect(allowedOf(holding(rows))).toEqual(expected(cloud, project))
    expect(allowedOf(holding(rows, 'owner'))).toEqual(expected('owner', 'owner'))
    expect(allowedOf(holding(rows, null))).toEqual(expected(null, null))
  })
})

describe('times count at the very moment', () => {
  const write = projectRow('write')
  type Times = Partial<Pick<CloudBinding, 'startsAt' | 'endsAt'>>
  const cases: [string, Times, boolean][] = [
    ['begins now', { startsAt: at(0) }, true],
    ['began a millisecond ago', { startsAt: at(-1) }, true],
    ['begins in a millisecond', { startsAt: at(1) }, false],
    ['ends now', { endsAt: at(0) }, false],
    ['ends in a millisecond', { endsAt: at(1) }, true],
    ['ended a millisecond ago', { endsAt: at(-1) }, false],
    ['is between its start and its end', { startsAt: at(-1), endsAt: at(1) }, true],
    ['is long over', { startsAt: at(-9), endsAt: at(-8) }, false],
  ]
  it.each(cases)('%s', (_, times, counts) => {
    const cloud = { cloud: [cloudRow('collaborator', times)], project: [write] }
    expect(allowedOf(holding(cloud))).toEqual(
      counts ? expected('write', 'write') : expected(null, null),
    )
    const project = { cloud: [cloudRow('collaborator')], project: [{ ...write, ...times }] }
    expect(allowedOf(holding(project))).toEqual(expected('write', counts ? 'write' : null))
    // A limit that is over limits nothing; here it stands beside a role without one.
    const limit = cloudRow('collaborator', { id: 'rb_2', readOnly: true, ...times })
    const both = { cloud: [cloudRow('collaborator'), limit], project: [write] }
    expect(allowedOf(holding(both))).toEqual(
      counts ? expected('readonly', 'readonly') : expected('write', 'write'),
    )
  })
})

it('a ceiling narrows, on clouds and in projects too, and never widens', () => {
  for (const name of [...cloudNames, ...projectNames]) {
    const owner = holding({ cloud: [cloudRow('owner')] })
    expect(
      may({ ...owner, ceiling: permissionNames.filter((other) => other !== name) }, name),
    ).toBe(false)
    expect(may({ ...owner, ceiling: [name] }, name)).toBe(true)
    expect(may({ ...holding({}), ceiling: [name] }, name)).toBe(false)
  }
})

it('limits of the organization take nothing on clouds and in projects', () => {
  const limits = ['image_reader', 'image_reader_no_base_images'] as const
  const owner = holding({ cloud: [cloudRow('owner')] })
  expect(allowedOf({ ...owner, limits })).toEqual(expected('owner', 'owner'))
})
