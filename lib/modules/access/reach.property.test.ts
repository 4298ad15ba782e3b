import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Access, decide } from '@/lib/domain/decide'
import { entryOf, type Permission, permissionNames } from '@/lib/domain/permissions'
import { leastRank, originsOf } from '@/lib/domain/reach'
import { origins } from '@/lib/domain/roles'
import { accessTree } from '@/lib/platform/db/access-tree'
import { readTenant } from '@/lib/platform/db/doors'
import { engine } from '@/lib/platform/db/engine'
import { memberCount, memberPage } from '@/lib/platform/db/member-list'
import {
  cloudsReached,
  countReaching,
  peopleHolding,
  peopleReaching,
  projectsReached,
} from '@/lib/platform/db/reach'
import { sqlOf } from '@/lib/platform/db/sql'
import { type World, worlds, write } from '@/lib/testing/reach-worlds'
import { branchOf } from './internal/branch'

const RUNS = 5
const all = { after: null, descending: false, limit: 1_000 }
// The statements for what is seldom asked.
const backwards = { ...all, descending: true }
const sorted = (ids: string[]) => [...ids].sort()

/** What `decide` is asked with: of a member, for a place. */
const accessOf = (world: World, member: World['members'][number], place: Place): Access => {
  const project = 'project' in place ? world.projects.find(({ id }) => id === place.project) : null
  const cloud = project ? project.cloudId : (place as { cloud: string }).cloud
  const of = world.bindings.filter((held) => held.membershipId === member.id)
  return {
    organizationRole: member.state === 'open' ? member.role : null,
    limits: member.limits,
    chain: {
      at: world.at,
      cloud: of.filter((held) => held.cloudId === cloud && !held.projectId) as never,
      ...(project && {
        project: {
          isPublic: project.isPublic,
          bindings: of.filter((held) => held.projectId === project.id) as never,
        },
      }),
    },
  }
}
type Place = { cloud: string } | { project: string }

/** Every list of the world, beside what decide says; a line for each that differs. */
async function differences(world: World, few: string): Promise<string[]> {
  const wrong: string[] = []
  const compare = (what: string, listed: string[], decided: string[]) => {
    if (new Set(listed).size < listed.length) wrong.push(`${what}: somebody twice`)
    if (sorted(listed).join() !== sorted(decided).join())
      wrong.push(`${what}: listed ${sorted(listed)}, decided ${sorted(decided)}`)
  }
  const decided = (member: World['members'][number], permission: Permission) => {
    const { level } = entryOf(permission)
    const list = level === 'cloud' ? world.clouds : world.projects
    return ids(list).filter(
      (id) => decide(accessOf(world, member, { [level]: id } as Place), permission).allowed,
    )
  }
  const places: Place[] = [
    ...world.clouds.map(({ id }) => ({ cloud: id })),
    ...world.projects.map(({ id }) => ({ project: id })),
  ]
  await readTenant(world.organizationId, async (db) => {
    await sqlOf(db).rows(`SELECT set_config('app.reach_few', $1, true)`, [few])
    for (const permission of needs) {
      const { level } = entryOf(permission)
      const least = leastRank(permission) as number
      const needed = { level: level as 'cloud' | 'project', least, at: world.at }
      for (const place of places) {
        const may = world.members.filter(
          (member) => decide(accessOf(world, member, place), permission).allowed,
        )
        const what = `${permission} on ${JSON.stringify(place)}`
        const people = await peopleReaching(db, place, { ...needed, search: null }, all)
        compare(`who can ${what}`, ids(people), ids(may))
        const turned = await peopleReaching(db, place, { ...needed, search: null }, backwards)
        compare(`who can ${what}, backwards`, ids(turned), ids(may))
        if (least === 1 && level in place) {
          const reached = { access: Object.values(place)[0], accessAt: world.at.toISOString() }
          const listed = await memberPage(
            db,
            reached,
            { sort: 'name', descending: false },
            null,
            99,
          )
          compare(`list of people: ${what}`, ids(listed), ids(may))
          const counted = await memberCount(db, reached, 1_000)
          if (counted !== may.length) wrong.push(`${what}: ${counted} instead of ${may.length}`)
        }
        const counts = await countReaching(db, place, { ...needed, bound: 1_000 })
        for (const origin of origins) {
          const by = may.filter((member) =>
            originsOf(accessOf(world, member, place), permission).includes(origin),
          )
          const filter = { ...needed, origins: [origin], search: null }
          compare(`${origin}: ${what}`, ids(await peopleReaching(db, place, filter, all)), ids(by))
          const counted = counts.find((row) => row.origin === origin)?.count ?? 0
          if (counted !== by.length && matching(level, place))
            wrong.push(`${origin}: ${what}: counted ${counted} instead of ${by.length}`)
        }
      }
      for (const member of world.members) {
        const asked = { memberId: member.id, least, at: world.at, search: null }
        const may = decided(member, permission)
        const what = `${permission} of ${member.id}`
        if (level === 'cloud') compare(what, ids(await cloudsReached(db, asked, all)), may)
        else {
          compare(what, ids(await projectsReached(db, asked, all)), may)
          compare(`${what}, backwards`, ids(await projectsReached(db, asked, backwards)), may)
          const cloudId = world.clouds[0]?.id as string
          const some = await projectsReached(db, { ...asked, cloudId }, all)
          const there = world.projects.filter((project) => project.cloudId === cloudId)
          compare(`${what} on one cloud`, ids(some), overlap(may, ids(there)))
        }
      }
    }
    for (const member of world.members.filter(({ state }) => state !== 'ended')) {
      const whom = { ...member, suspended: member.state !== 'open' }
      const asked = {
        memberId: member.id,
        role: member.role,
        at: world.at,
        only: null,
        projects: 50,
      }
      const rows = await accessTree(db, asked, all)
      const clouds = rows.map((row) =>
        branchOf(row, whom as never, { now: world.at, projects: 50 }),
      )
      const reached = <T extends { tier?: unknown }>(list: T[]) => list.filter(({ tier }) => tier)
      compare(`tree of ${member.id}`, ids(reached(clouds)), decided(member, 'cloud.read'))
      const projects = clouds.flatMap((cloud) => cloud.projects)
      compare(`projects of ${member.id}`, ids(reached(projects)), decided(member, 'project.read'))
      const given = [...clouds, ...projects].flatMap((line) => line.given?.id ?? [])
      const held = world.bindings.filter((binding) => binding.membershipId === member.id)
      compare(`given to ${member.id}`, given, ids(held))
    }
  })
  return wrong
}

const ids = (rows: { id: string }[]) => rows.map(({ id }) => id)
const overlap = (some: string[], others: string[]) => some.filter((id) => others.includes(id))
const matching = (level: string, place: Place) => level === 'cloud' || 'project' in place

/** One permission for each level and least role: others differ in name alone. */
const needs = [
  ...new Map(
    permissionNames
      .filter((permission) => entryOf(permission).level !== 'organization')
      .map((permission) => [`${entryOf(permission).level} ${leastRank(permission)}`, permission]),
  ).values(),
] as Permission[]

beforeAll(async () => {
  await import('@/lib/testing/database').then(({ testDatabase }) => testDatabase())
})

describe('what the database lists is what decide allows, in random worlds', () => {
  test.each([
    ['gathered', ''],
    ['walked to', '0'],
  ])('%s', { timeout: 300_000 }, async (_, few) => {
    expect(needs).toHaveLength(6)
    await fc.assert(
      fc.asyncProperty(worlds, async (plan) => {
        expect(await differences(await write(plan), few)).toEqual([])
      }),
      { numRuns: RUNS, endOnFailure: true },
    )
  })

  test('of the organization too, with its limits', { timeout: 120_000 }, async () => {
    const ofOrganization = permissionNames.filter(
      (permission) => entryOf(permission).level === 'organization',
    )
    await fc.assert(
      fc.asyncProperty(worlds, async (plan) => {
        const world = await write(plan)
        await readTenant(world.organizationId, async (db) => {
          for (const permission of ofOrganization) {
            const entry = entryOf(permission)
            if (entry.level !== 'organization') continue
            const held = { roles: entry.grants.organization, without: entry.withheldBy ?? [] }
            const found = await peopleHolding(db, held, { search: null }, all)
            const may = world.members.filter(
              ({ role, limits, state }) =>
                decide({ organizationRole: state === 'open' ? role : null, limits }, permission)
                  .allowed,
            )
            expect(sorted(ids(found)), permission).toEqual(sorted(ids(may)))
          }
        })
      }),
      { numRuns: 5, endOnFailure: true },
    )
  })
})

test.each(['reach_ways', 'reach_everybody', 'reach_all_projects'])(
  'a rule that %s alone has is seen',
  {
    timeout: 120_000,
  },
  async (name) => {
    const { raw } = await engine()
    const [row] = await raw.query<{ made: string }>(
      `SELECT pg_get_functiondef('${name}'::regproc) AS made`,
    )
    const made = row?.made as string
    // who reads on the cloud would write in a project
    await raw.query(made.replaceAll('least(p_min, 2)', '1'))
    try {
      const found = await fc.check(
        fc.asyncProperty(worlds, async (plan) => {
          expect(await differences(await write(plan), '')).toEqual([])
        }),
        { numRuns: 20 * RUNS, endOnFailure: true }, // not every world has somebody whom it is about
      )
      expect(found.failed).toBe(true)
    } finally {
      await raw.query(made)
    }
  },
)

test('ids of another organization find nothing, though the functions pass its policies by', async () => {
  const [one, other] = await Promise.all(fc.sample(worlds, 2).map(write))
  const [first] =
    other?.members.filter(({ role, state }) => role === 'owner' || state === 'open') ?? []
  const needed = { least: 1, at: new Date(), search: null }
  const found = await readTenant(one?.organizationId as string, async (db) => [
    ...(await peopleReaching(
      db,
      { cloud: other?.clouds[0]?.id as string },
      { level: 'cloud', ...needed },
      all,
    )),
    ...(await peopleReaching(
      db,
      { project: other?.projects[0]?.id as string },
      { level: 'project', ...needed },
      all,
    )),
    ...(await countReaching(
      db,
      { cloud: other?.clouds[0]?.id as string },
      { level: 'cloud', ...needed, bound: 9 },
    )),
    ...(await cloudsReached(db, { memberId: first?.id as string, ...needed }, all)),
    ...(await projectsReached(db, { memberId: first?.userId as string, ...needed }, all)),
  ])
  expect(found).toEqual([])
  const own = await readTenant(other?.organizationId as string, (db) =>
    peopleHolding(db, { roles: ['owner', 'collaborator'], without: [] }, { search: null }, all),
  )
  expect(own.length).toBeLessThanOrEqual(other?.members.length as number)
})
