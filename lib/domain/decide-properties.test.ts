import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { always, heldIn, world } from '@/lib/testing/oracle/small-worlds'
import { type Access, decide } from './decide'
import { permissionNames, permissions } from './permissions'
import { cloudRoles, projectRoles } from './roles'

const row = { id: 'rb_more', origin: 'direct', ...always } as const

describe('whatever is held', () => {
  const moreCloud = fc
    .constantFrom(...cloudRoles)
    .map((role) => ({ ...row, role, readOnly: false }))
  const moreProject = fc.constantFrom(...projectRoles).map((role) => ({ ...row, role }))
  const allowed = (access: Access) => permissionNames.filter((name) => decide(access, name).allowed)

  it('a further role takes no permission; a limit gives none', () => {
    fc.assert(
      fc.property(world, moreCloud, moreProject, (one, cloud, project) => {
        const held = heldIn(one)
        const { chain } = held
        if (!chain) return
        const before = allowed(held)
        const wider = { ...held, chain: { ...chain, cloud: [...chain.cloud, cloud] } }
        expect(allowed(wider)).toEqual(expect.arrayContaining(before))
        if (chain.project) {
          const bindings = [...chain.project.bindings, project]
          const within = { ...held, chain: { ...chain, project: { ...chain.project, bindings } } }
          expect(allowed(within)).toEqual(expect.arrayContaining(before))
          const open = {
            ...held,
            chain: { ...chain, project: { ...chain.project, isPublic: true } },
          }
          expect(allowed(open)).toEqual(expect.arrayContaining(before))
        }
        const limited = chain.cloud.map((row) => ({ ...row, readOnly: true }))
        const narrow = { ...held, chain: { ...chain, cloud: limited } }
        expect(before).toEqual(expect.arrayContaining(allowed(narrow)))
        const owner = { ...held, organizationRole: 'owner' as const }
        expect(allowed(owner)).toEqual(expect.arrayContaining(before))
      }),
      { numRuns: 1_500 },
    )
  })

  it('it is total, every denial is one sentence, and nothing in a project is allowed without a role on its cloud', () => {
    fc.assert(
      fc.property(world, fc.constantFrom(...permissionNames), (one, name) => {
        const decision = decide(heldIn(one), name)
        if (!decision.allowed) expect(decision.reason).toMatch(/^[A-Z][^.\n]+\.$/)
        else if (permissions[name].level !== 'organization' && one.role !== 'owner')
          expect(one.cloud).not.toBeNull()
      }),
      { numRuns: 3_000 },
    )
  })
})
