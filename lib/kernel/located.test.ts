import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { changeRole } from '@/lib/modules/members/commands/change-role'
import { inSystem } from '@/lib/platform/db/doors'
import { as, eventsOf, makeKey, makeMember, makeOrganization } from '@/lib/testing/people'
import { bindToCloud, bindToProject, makeCloud, makeProject } from '@/lib/testing/resources'
import { changed, defineCommand, defineQuery } from './define'

const place = z.object({ project: z.string().optional(), cloud: z.string().optional() })
const locate = ({ project, cloud = '' }: z.output<typeof place>) =>
  project === undefined ? { cloud } : { project }
const base = { scope: 'organization', summary: 'Says where it is', input: place, locate } as const

/** What the kernel found, as a use case gets it. */
const look = defineQuery({
  ...base,
  name: 'test.look',
  permission: 'project.grant',
  output: z.object({ cloud: z.string(), project: z.string().nullable(), rows: z.int() }),
  run: async ({ target, access }) => ({
    cloud: target.cloud.name,
    project: target.project?.name ?? null,
    rows: (access.chain?.cloud.length ?? 0) + (access.chain?.project?.bindings.length ?? 0),
  }),
})
const lookAtCloud = defineQuery({
  ...base,
  name: 'test.look_at_cloud',
  permission: 'cloud.read',
  output: z.object({ cloud: z.string(), project: z.string().nullable() }),
  run: async ({ target: { cloud, project } }) => ({
    cloud: cloud.name,
    project: project?.name ?? null,
  }),
})
const act = defineCommand({
  ...base,
  name: 'test.act',
  permission: 'project.change',
  event: 'project.changed',
  lock: 'organization',
  output: z.string(),
  run: async ({ target }) =>
    changed(target.cloud.name, { subject: { kind: 'project', id: 'prj_x', label: 'x' } }),
})

async function world() {
  const organization = await makeOrganization()
  const { id, owner } = organization
  const cloud = await makeCloud(owner, { name: 'prod' })
  const project = await makeProject(owner, cloud, { name: 'grasp' })
  const [owning, reading] = [await makeMember(id), await makeMember(id)]
  for (const member of [owning, reading]) await bindToCloud(member, cloud)
  await bindToProject(owning, project, 'owner')
  await bindToProject(reading, project, 'readonly')
  return { ...organization, cloud, project, owning, reading, at: { project: project.id } }
}
let here: Awaited<ReturnType<typeof world>>
beforeAll(async () => {
  here = await world()
}, 120_000)
const unknown = /^There is no such cloud or project in this organization\.$/

describe('a use case about a place', () => {
  test('gets the place and what the caller holds on the way to it, in the console and with a key', async () => {
    for (const who of [here.owning, await makeKey(here.owning)]) {
      expect(await as(who).run(look, here.at)).toEqual({ cloud: 'prod', project: 'grasp', rows: 2 })
      expect(await as(who).run(lookAtCloud, { cloud: here.cloud.id })).toEqual({
        cloud: 'prod',
        project: null,
      })
    }
  })

  test('unreadable, unknown, foreign and of another kind are one answer, and no denial in the log', async () => {
    const elsewhere = await world()
    const before = (await eventsOf(here.id)).length
    const outsider = here.collaborator
    for (const who of [outsider, await makeKey(outsider)]) {
      for (const asked of [
        here.at,
        elsewhere.at,
        { project: 'prj_unknown' },
        { project: here.cloud.id },
        { project: '' },
        { cloud: here.cloud.id },
        { cloud: here.project.id },
      ]) {
        await expect(as(who).run(look, asked)).toBeProblem('not_found', unknown)
        await expect(as(who).run(act, asked)).toBeProblem('not_found', unknown)
      }
    }
    await expect(as(here.stranger).run(look, here.at)).toBeProblem('not_found', unknown)
    expect((await eventsOf(here.id)).length).toBe(before)
  })

  test('readable but not permitted: 403 with the roles that could, and a denial in the log', async () => {
    const { reading, at, id } = here
    for (const who of [reading, await makeKey(reading)]) {
      await expect(as(who).run(look, at)).toBeProblem(
        'forbidden',
        /^Only owners of the project can /,
      )
      await expect(as(who).run(act, at)).toBeProblem(
        'forbidden',
        /^Only owners of the project can /,
      )
    }
    const denials = (await eventsOf(id)).filter(({ event }) => event === 'access.denied')
    const told = denials.map(({ subject }) => (subject as { id: string }).id)
    expect(new Set(told)).toEqual(new Set(['project.grant', 'project.change']))
  })

  test('a ceiling narrows; a place that the key’s holder may not read stays unknown', async () => {
    const { caller } = await makeKey(here.owning)
    const bound = { caller: { ...caller, ceiling: { permissions: ['project.read'] } } }
    await expect(as(bound).run(look, here.at)).toBeProblem('forbidden', /^This key may not /)
    const free = { caller: { ...caller, ceiling: { permissions: ['project.grant'] } } }
    expect((await as(free).run(look, here.at)).project).toBe('grasp')
    const { caller: outside } = await makeKey(here.collaborator)
    const wide = { caller: { ...outside, ceiling: { permissions: ['project.grant'] } } }
    await expect(as(wide).run(look, here.at)).toBeProblem('not_found', unknown)
  })

  test('what is held counts as it is now: an end that came, a demotion, a role that was taken', async () => {
    const { owner, secondOwner, cloud, project, at, id } = await world()
    const brief = await makeMember(id)
    await bindToCloud(brief, cloud)
    const { id: row } = await bindToProject(brief, project, 'owner')
    expect((await as(brief).run(look, at)).rows).toBe(2)
    const over = { endsAt: new Date(Date.now() - 1) }
    await inSystem((db) => db.roleBinding.updateMany({ where: { id: row }, data: over }))
    await expect(as(brief).run(look, at)).toBeProblem('not_found', unknown)
    expect((await as(secondOwner).run(look, at)).rows).toBe(0)
    await as(owner).run(changeRole, { memberId: secondOwner.id, role: 'collaborator' })
    await expect(as(secondOwner).run(look, at)).toBeProblem('not_found', unknown)
  })
})
