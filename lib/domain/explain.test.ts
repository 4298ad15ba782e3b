import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { always, at, heldIn, permission, world } from '@/lib/testing/oracle/small-worlds'
import { type CloudBinding, decide, type ProjectBinding } from './decide'
import { explain } from './explain'
import type { Step } from './explanation'
import { entryOf } from './permissions'
import { higher, type Tier } from './roles'

const runs = { numRuns: 3_000 }

test('until is the next second at which the answer is the other one', () => {
  fc.assert(
    fc.property(world, permission, (one, asked) => {
      const held = heldIn(one)
      const { allowed, until } = explain(held, asked)
      const turned = [1, 2, 3].find((seconds) => {
        const chain = held.chain && { ...held.chain, at: at(seconds) }
        return decide({ ...held, chain }, asked).allowed !== allowed
      })
      expect(until).toEqual(turned === undefined ? null : at(turned))
    }),
    runs,
  )
})

/** What somebody is at the place, worked out from the steps alone. */
function tierBySteps(steps: Step[], inProject: boolean): Tier | null {
  const of = <K extends Step['kind']>(kind: K) =>
    steps.filter((step): step is Extract<Step, { kind: K }> => step.kind === kind)
  if (of('implicit_owner').length > 0) return 'owner'
  const most = (found: { tier: Tier }[]) =>
    found.map(({ tier }) => tier).reduce<Tier | null>(higher, null)
  if (!inProject) return most(of('cloud_role'))
  if (of('cloud_owner').length > 0) return 'owner'
  const [cap] = of('cap')
  return cap ? cap.to : most([...of('project_role'), ...of('public_project')])
}

test('the steps lead to the decision, and every row stands in them or is held back with its reason', () => {
  fc.assert(
    fc.property(world, permission, (one, asked) => {
      const held = heldIn(one)
      const { steps, heldBack, tier, allowed, reason } = explain(held, asked)
      const last = steps.at(-1)
      expect(last).toMatchObject({ kind: 'permission', permission: asked, allowed })
      expect(reason === null).toBe(allowed)
      const [first] = steps
      expect(first?.kind).toBe(one.role ? 'member' : 'no_member')
      const { level } = entryOf(asked)
      if (level === 'organization') return
      const inProject = level === 'project'
      const has = inProject && one.place !== 'project' ? null : tierBySteps(steps, inProject)
      expect(last).toMatchObject({ has: one.place === 'organization' ? null : has })
      if (one.place === level) expect(tier).toBe(has)
      if (!one.role) return
      const told = [...steps, ...heldBack].flatMap((line) =>
        'binding' in line ? line.binding : [],
      )
      const rows = [...(held.chain?.cloud ?? []), ...(held.chain?.project?.bindings ?? [])]
      const owns = steps.some(({ kind }) => kind === 'cloud_owner') // whatever stands in its projects
      for (const { id } of rows) {
        if (id === 'rb_cloud' || (inProject && !owns)) expect(told).toContain(id)
      }
    }),
    runs,
  )
})

describe('in words as the screens have them', () => {
  const chain = (cloud: CloudBinding[], bindings: ProjectBinding[] = [], isPublic = false) => ({
    at: at(0),
    cloud,
    project: { isPublic, bindings },
  })
  const onCloud = (more: Partial<CloudBinding> = {}): CloudBinding => {
    return {
      id: 'rb_cloud',
      role: 'collaborator',
      readOnly: false,
      origin: 'auto_add',
      ...always,
      ...more,
    }
  }
  const write: ProjectBinding = { id: 'rb_project', role: 'write', origin: 'direct', ...always }

  test('read only on the cloud strikes Write: what is left, and the one change that gives it back', () => {
    const held = {
      organizationRole: 'collaborator',
      chain: chain([onCloud({ readOnly: true })], [write]),
    } as const
    expect(explain(held, 'workload.run')).toMatchObject({
      tier: 'readonly',
      heldBack: [
        { kind: 'read_only', binding: 'rb_cloud', from: 'write', to: 'readonly' },
        { kind: 'capped', binding: 'rb_project', from: 'write', to: 'readonly' },
      ],
      grants: [[{ kind: 'cloud_role', role: 'collaborator', readOnly: false, by: 'cloud.grant' }]],
    })
  })

  test('a private project nobody was given: the two roles it takes, and nothing greater', () => {
    const held = { organizationRole: 'collaborator', chain: chain([]) } as const
    expect(explain(held, 'project.read').grants).toEqual([
      [
        {
          kind: 'cloud_role',
          role: 'collaborator',
          readOnly: true,
          tier: 'readonly',
          by: 'cloud.grant',
        },
        { kind: 'project_role', role: 'readonly', by: 'project.grant' },
      ],
    ])
  })

  test('an owner’s own row on a project: demotion and the row, together', () => {
    const held = {
      organizationRole: 'owner',
      chain: chain([onCloud()], [write]),
    } as const
    expect(explain(held, 'workload.run').supports).toEqual([
      [
        { kind: 'organization_owner', by: 'member.change_role' },
        { kind: 'cloud_role', binding: 'rb_cloud', by: 'cloud.grant' },
      ],
      [
        { kind: 'organization_owner', by: 'member.change_role' },
        { kind: 'project_role', binding: 'rb_project', by: 'project.grant' },
      ],
    ])
  })

  test('a public project ends with the role on its cloud', () => {
    const held = {
      organizationRole: 'collaborator',
      chain: chain([onCloud({ endsAt: at(60) })], [], true),
    } as const
    expect(explain(held, 'workload.run')).toMatchObject({
      until: at(60),
      supports: [[{ kind: 'cloud_role' }], [{ kind: 'public_project' }]],
    })
  })
})
