import fc from 'fast-check'
import { expect, test } from 'vitest'
import { given, leastPowers, powerOf, stored, subsets } from '@/lib/testing/oracle/giving'
import { heldIn, may, permission, type World, world } from '@/lib/testing/oracle/small-worlds'
import { explain } from './explain'
import type { Support } from './explanation'

/** All ways to take facts away, by the facts. */
const takings: Record<Support['kind'], (one: World) => World> = {
  organization_owner: (one) => ({ ...one, role: one.role === 'owner' ? 'collaborator' : one.role }),
  cloud_role: (one) => ({ ...one, cloud: null }),
  project_role: (one) => ({ ...one, project: null }),
  public_project: (one) => ({ ...one, isPublic: false }),
  membership: (one) => ({ ...one, role: null }),
}
const smallest = <T>(sets: T[][]) => {
  const size = Math.min(...sets.map((set) => set.length))
  return sets.filter((set) => set.length === size)
}

test('the supports of an allowance are the smallest sets whose removal takes it: all subsets tried', () => {
  const kinds = Object.keys(takings).filter((kind) => kind !== 'membership') as Support['kind'][]
  fc.assert(
    fc.property(world, permission, (one, asked) => {
      const { allowed, supports } = explain(heldIn(one), asked)
      expect(allowed).toBe(may(one, asked))
      if (!allowed) {
        expect(supports).toEqual([])
        return
      }
      const enough = subsets(kinds).filter(
        (some) =>
          !may(
            some.reduce((left, kind) => takings[kind](left), one),
            asked,
          ),
      )
      const expected = enough.length > 0 ? smallest(enough) : [['membership']]
      const found = supports.map((set) => set.map(({ kind }) => kind).sort())
      expect(found.sort()).toEqual(expected.map((set) => [...set].sort()).sort())
    }),
    { numRuns: 3_000 },
  )
})

test('the grants of a denial are the smallest that turn it: all worlds that giving leads to tried', () => {
  fc.assert(
    fc.property(world, permission, (one, asked) => {
      const { allowed, grants } = explain(heldIn(one), asked)
      if (allowed) {
        expect(grants).toEqual([])
        return
      }
      const { powers, fewest } = leastPowers(one, asked)
      expect(new Set(grants.map((set) => powerOf(set.reduce(given, one))))).toEqual(powers)
      for (const set of grants) {
        expect(set).toHaveLength(fewest)
        expect(may(set.reduce(given, one), asked)).toBe(true)
        expect(stored(set)).toBe(Math.min(...grants.map(stored)))
      }
    }),
    { numRuns: 500 },
  )
})
