import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Ceiling, ceilingAt, exceeds, includesPlace, isRead } from './ceiling'
import { decide } from './decide'
import { type Permission, permissionNames, permissions } from './permissions'

const itself = ['organization.read', 'access.read_own', 'token.own']
const here = { cloud: 'cld_a', project: null }
const inside = { cloud: 'cld_a', project: 'prj_1' }
const elsewhere = { cloud: 'cld_b', project: null }
const inOther = { cloud: 'cld_b', project: 'prj_2' }
const levelOf = (name: Permission) => permissions[name].level

describe('what a ceiling leaves', () => {
  it('nothing given limits nothing, but permissions of places need a place only when places are chosen', () => {
    for (const place of [null, here, inside]) expect(ceilingAt({}, place)).toEqual(permissionNames)
  })

  it('read-only: every permission that looks, and no other', () => {
    const looks = permissionNames.filter((name) => isRead(name) || name === 'token.own')
    expect(ceilingAt({ readOnly: true }, null)).toEqual(looks)
  })

  it('chosen permissions: these, and who one is', () => {
    const left = ceilingAt({ permissions: ['member.remove', 'gone.since'] }, null)
    expect(left.sort()).toEqual([...itself, 'member.remove'].sort())
    expect(ceilingAt({ permissions: [] }, inside).sort()).toEqual(itself.sort())
  })

  it('chosen clouds: there and in their projects; of the organization what is named, and lists of places', () => {
    const ceiling = { clouds: ['cld_a'] }
    const lists = ['cloud.list', 'project.list']
    expect(ceilingAt(ceiling, null).sort()).toEqual([...itself, ...lists].sort())
    for (const place of [here, inside]) {
      const expected = permissionNames.filter(
        (name) => levelOf(name) !== 'organization' || [...itself, ...lists].includes(name),
      )
      expect(ceilingAt(ceiling, place)).toEqual(expected)
    }
    for (const place of [elsewhere, inOther])
      expect(ceilingAt(ceiling, place).sort()).toEqual([...itself].sort())
    const named = ceilingAt({ ...ceiling, permissions: ['member.list', 'project.read'] }, inside)
    expect(named.sort()).toEqual([...itself, 'member.list', 'project.read'].sort())
  })

  it('a chosen project is not its cloud, nor another project of it', () => {
    const ceiling = { projects: ['prj_1'] }
    expect(includesPlace(ceiling, inside)).toBe(true)
    expect(includesPlace(ceiling, here)).toBe(false)
    expect(includesPlace(ceiling, { ...inside, project: 'prj_9' })).toBe(false)
    expect(ceilingAt(ceiling, here)).not.toContain('cloud.read')
    expect(ceilingAt(ceiling, inside)).toContain('workload.run')
  })

  it('places that are all gone leave no place', () => {
    expect(ceilingAt({ clouds: [] }, here).sort()).toEqual([...itself].sort())
  })

  it('decide takes it', () => {
    const ceiling = ceilingAt({ readOnly: true }, null)
    expect(decide({ organizationRole: 'owner', ceiling }, 'member.list').allowed).toBe(true)
    expect(decide({ organizationRole: 'owner', ceiling }, 'member.remove')).toEqual({
      allowed: false,
      reason: 'This key may not remove people from this organization.',
    })
  })
})

const ceilings: fc.Arbitrary<Ceiling> = fc.record(
  {
    readOnly: fc.boolean(),
    permissions: fc.subarray(['member.list', 'member.remove', 'cloud.read', 'project.change']),
    clouds: fc.subarray(['cld_a', 'cld_b']),
    projects: fc.subarray(['prj_1', 'prj_2']),
  },
  { requiredKeys: [] },
)
const cloudOf = (project: string) => (project === 'prj_1' ? 'cld_a' : 'cld_b')
const places = [null, here, inside, elsewhere, inOther, { cloud: 'cld_c', project: 'prj_3' }]

describe('one ceiling beyond another', () => {
  it('exactly when somewhere it leaves more', () => {
    fc.assert(
      fc.property(ceilings, ceilings, (one, other) => {
        const more = places.some((place) =>
          ceilingAt(one, place).some((name) => !ceilingAt(other, place).includes(name)),
        )
        expect(exceeds(one, other, cloudOf)).toBe(more)
      }),
      { numRuns: 300 },
    )
  })

  it('no ceiling is beyond any that takes something; nothing is beyond none', () => {
    expect(exceeds(null, { readOnly: true }, cloudOf)).toBe(true)
    expect(exceeds(null, null, cloudOf)).toBe(false)
    expect(exceeds({ readOnly: true }, { readOnly: true }, cloudOf)).toBe(false)
    expect(exceeds({ projects: ['prj_1'] }, { clouds: ['cld_a'] }, cloudOf)).toBe(false)
    expect(exceeds({ projects: ['prj_2'] }, { clouds: ['cld_a'] }, cloudOf)).toBe(true)
    const widened = { clouds: ['cld_a'], permissions: ['member.list', 'cloud.read'] }
    expect(exceeds(widened, { clouds: ['cld_a'] }, cloudOf)).toBe(true)
  })
})
