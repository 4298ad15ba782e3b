import { expect, test } from 'vitest'
import { effectOf, endOf, grantedOf, isHeldBack, type Line, linesOf } from './tree-model'
import { becauseTitle, originText } from './tree-words'

const given = {
  id: 'rb_1',
  origin: 'direct',
  startsAt: null,
  endsAt: null,
  heldBack: null,
} as const
const project = {
  id: 'prj_1',
  name: 'llm-finetune',
  isDefault: false,
  isPublic: false,
  tier: 'readonly',
  origins: ['direct'],
  given: { ...given, role: 'write', heldBack: 'cloud_read_only', endsAt: '2026-12-14T00:00:00Z' },
} as const
const cloud = {
  id: 'cld_1',
  name: 'research-gcp',
  isDefault: true,
  tier: 'readonly',
  origins: ['direct'],
  given: { ...given, role: 'collaborator', readOnly: true, endsAt: '2026-12-01T00:00:00Z' },
  projects: [project],
  moreProjects: false,
} as const
const [onCloud, inProject] = linesOf([cloud] as never) as [Line, Line]
const her = { own: false, name: 'Ada' }

test('a limited role stands struck beside what is left of it, and ends with the first that ends', () => {
  expect(effectOf(onCloud)).toEqual({ on: 'cloud', role: 'collaborator', readOnly: true })
  expect(grantedOf(inProject)).toEqual({ on: 'project', role: 'write' })
  expect(effectOf(inProject)).toEqual({ on: 'project', role: 'readonly' })
  expect([isHeldBack(onCloud), isHeldBack(inProject)]).toEqual([false, true])
  expect(endOf(inProject)).toBe('2026-12-01T00:00:00Z')
  expect(originText(inProject, her, false)?.words).toBe('Direct, limited by Cloud read only')
  expect(becauseTitle(inProject, { own: true, name: '' })).toMatch(/^You can read .*because$/)
})

test('a public project has no row of its own; without a role on the cloud nothing counts', () => {
  const open = {
    ...inProject,
    node: { ...project, given: null, tier: 'write', origins: ['public_project'] },
  }
  expect(grantedOf(open as never)).toBeNull()
  expect(originText(open as never, her, false)?.words).toBe('Public project')
  expect(originText(open as never, her, true)).toEqual({
    origin: 'public_project',
    words: 'Public project',
  })
  const rests = {
    ...inProject,
    node: {
      ...project,
      tier: null,
      origins: [],
      given: { ...project.given, heldBack: 'no_cloud_role' },
    },
  }
  expect(effectOf(rests as never)).toBeNull()
  expect(endOf(rests as never)).toBeNull()
  expect(becauseTitle(rests as never, her)).toMatch(/has no access to/)
})
