import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Ceiling, ceilingAt, exceeds } from './ceiling'
import { permissionNames } from './permissions'
import { narrowed, scopeNames } from './scopes'

test('none is all, all is whatever the credential may, read looks and changes nothing', () => {
  const own = { permissions: ['cloud.list', 'project.change'] }
  expect(narrowed(undefined, null)).toEqual({ ok: true, scope: 'all', ceiling: null })
  expect(narrowed('all read', own)).toEqual({ ok: true, scope: 'all', ceiling: own })
  expect(narrowed('read', own)).toMatchObject({
    scope: 'read',
    ceiling: { ...own, readOnly: true },
  })
  expect(narrowed('project.change', own)).toMatchObject({ scope: 'project.change' })
})

test('what is unknown, empty, or beyond the credential is refused', () => {
  for (const text of ['', ' ', 'admin', 'read admin', 'member.remove']) {
    expect(narrowed(text, { permissions: ['cloud.list'] }).ok, text).toBe(false)
  }
})

test('an organization’s permission does not come in by being named where places are chosen', () => {
  const own = { projects: ['prj_1'] }
  const asked = narrowed('member.list project.change', own)
  expect(asked).toMatchObject({ scope: 'project.change' })
})

const chosen = <T>(values: readonly T[]) =>
  fc.option(fc.subarray([...values], { minLength: 1, maxLength: Math.min(4, values.length) }), {
    nil: undefined,
  })
const ceilings: fc.Arbitrary<Ceiling | null> = fc.option(
  fc
    .record({
      readOnly: fc.option(fc.boolean(), { nil: undefined }),
      permissions: chosen(permissionNames),
      clouds: chosen(['cld_1', 'cld_2']),
      projects: chosen(['prj_1', 'prj_2']),
    })
    .map((given) => Object.fromEntries(Object.entries(given).filter(([, v]) => v !== undefined))),
)

test('never widened, whatever is asked of whatever credential', () => {
  const asked = fc.subarray(scopeNames, { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(ceilings, asked, (own, names) => {
      const found = narrowed(names.join(' '), own)
      if (!found.ok) return
      expect(exceeds(found.ceiling, own, () => '')).toBe(false)
      if (names.includes('all')) return
      const place = { cloud: 'cld_1', project: 'prj_1' }
      const itself = ['organization.read', 'access.read_own', 'token.own']
      for (const name of found.ceiling ? ceilingAt(found.ceiling, place) : permissionNames) {
        const meant = names.includes('read') || names.includes(name) || itself.includes(name)
        expect(meant, name).toBe(true)
      }
    }),
  )
})
