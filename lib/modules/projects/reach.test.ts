import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tierOnCloud, tierOnProject } from '@/lib/domain/decide'
import { cloudRoles, projectRoles } from '@/lib/domain/roles'
import { listClouds } from '@/lib/modules/clouds/queries/list-clouds'
import { listWorkloads } from '@/lib/modules/workloads/queries/list-workloads'
import { readTenant } from '@/lib/platform/db/doors'
import { readTarget } from '@/lib/platform/db/targets'
import { as, makeMember, makeOrganization, type TestMember } from '@/lib/testing/people'
import {
  bindToCloud,
  bindToProject,
  makeCloud,
  makeProject,
  makeWorkload,
} from '@/lib/testing/resources'
import { setVisibility } from './commands/set-visibility'
import { listProjects } from './queries/list-projects'
import { previewVisibility } from './queries/preview-visibility'

// REACH_SEED repeats a run. The lists ask the database what decide.ts says of one thing at a time.
const seed = Number(process.env.REACH_SEED ?? Date.now() % 2 ** 31)
const HOUR = 3_600_000 // ms
const CLOUDS = 4
const PEOPLE = 4

const times = fc.constantFrom(
  {},
  { endsAt: new Date(Date.now() - HOUR) },
  { startsAt: new Date(Date.now() + HOUR) },
  { startsAt: new Date(Date.now() - HOUR), endsAt: new Date(Date.now() + HOUR) },
)
const onCloud = fc.option(
  fc.record({ role: fc.constantFrom(...cloudRoles), readOnly: fc.boolean(), times }),
)
const inProject = fc.option(fc.record({ role: fc.constantFrom(...projectRoles), times }))
const world = fc.record({
  visible: fc.array(fc.boolean(), { minLength: CLOUDS * 2, maxLength: CLOUDS * 2 }),
  clouds: fc.array(onCloud, { minLength: CLOUDS * PEOPLE, maxLength: CLOUDS * PEOPLE }),
  projects: fc.array(inProject, { minLength: CLOUDS * 2 * PEOPLE, maxLength: CLOUDS * 2 * PEOPLE }),
})

type World = typeof world extends fc.Arbitrary<infer W> ? W : never

async function build({ visible, clouds, projects }: World) {
  const { id, owner } = await makeOrganization()
  const people: TestMember[] = []
  for (let n = 0; n < PEOPLE; n++) people.push(await makeMember(id))
  const made = []
  for (let c = 0; c < CLOUDS; c++) {
    const cloud = await makeCloud(owner)
    const places = []
    for (const p of [2 * c, 2 * c + 1]) {
      const project = await makeProject(owner, cloud, { isPublic: visible[p] as boolean })
      await makeWorkload(owner, project)
      places.push(project)
      for (const [n, person] of people.entries()) {
        const held = projects[p * PEOPLE + n]
        if (held) await bindToProject(person, project, held.role, held.times)
      }
    }
    for (const [n, person] of people.entries()) {
      const held = clouds[c * PEOPLE + n]
      if (!held) continue
      const readOnly = held.readOnly && held.role !== 'owner'
      await bindToCloud(person, cloud, held.role, { ...held.times, readOnly })
    }
    made.push({ cloud, places: [cloud.project, ...places] })
  }
  return { id, owner, people, made }
}

test(`lists and previews say what decide says, on random worlds (seed ${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(world, async (given) => {
      const { id, owner, people, made } = await build(given)
      const accessOf = async (
        { id: memberId, role }: TestMember,
        place: { cloud: string } | { project: string },
      ) => {
        const target = await readTenant(id, (db) => readTarget(db, place, memberId, new Date()))
        return { organizationRole: role, ...(target && { chain: target.chain }) }
      }
      const tiersOf = async (who: TestMember) => {
        const found: [string, string][] = []
        for (const { cloud, places } of made) {
          const tier = tierOnCloud(await accessOf(who, { cloud: cloud.id }))
          if (tier) found.push([cloud.id, tier])
          for (const project of places) {
            const tier = tierOnProject(await accessOf(who, { project: project.id }))
            if (tier) found.push([project.id, tier])
          }
        }
        return Object.fromEntries(found)
      }
      for (const who of [owner, ...people]) {
        const expected = await tiersOf(who)
        const { rows: clouds } = await as(who).run(listClouds, {})
        const { rows: projects } = await as(who).run(listProjects, {})
        const listed = [...clouds, ...projects].map((row) => [row.id, row.tier])
        expect(Object.fromEntries(listed)).toEqual(expected)
        for (const { id, projects: size } of clouds) {
          expect(size).toBe(projects.filter(({ cloud }) => cloud.id === id).length)
        }
        const { rows: workloads } = await as(who).run(listWorkloads, {})
        const where = new Set(workloads.map(({ project }) => project.id))
        const withOne = projects.filter(({ isDefault }) => !isDefault).map(({ id }) => id)
        expect([...where].sort()).toEqual(withOne.sort())
      }
      // The preview of a change is the difference between before and after.
      const { places } = made[0] as (typeof made)[number]
      const project = places[1] as (typeof places)[number]
      const asked = { projectId: project.id, isPublic: !given.visible[0] }
      const tiers = () => Promise.all(people.map(async (who) => (await tiersOf(who))[project.id]))
      const preview = await as(owner).run(previewVisibility, asked)
      const before = await tiers()
      await as(owner).run(setVisibility, asked)
      const after = await tiers()
      const changes = before.map((was, n) => `${was ?? 'none'} ${after[n] ?? 'none'}`)
      const count = (...these: RegExp[]) =>
        changes.filter((change) => these.some((each) => each.test(change))).length
      expect({
        lose: preview.lose.count,
        gain: preview.gain.count,
        lower: preview.lower.count,
        raise: preview.raise.count,
      }).toEqual({
        lose: count(/^(write|readonly) none$/),
        gain: count(/^none (write|readonly)$/),
        lower: count(/^write readonly$/),
        raise: count(/^readonly write$/),
      })
    }),
    {
      seed,
      numRuns: Number(process.env.REACH_RUNS ?? 4),
      interruptAfterTimeLimit: 20_000,
      endOnFailure: true,
    },
  )
}, 60_000)
