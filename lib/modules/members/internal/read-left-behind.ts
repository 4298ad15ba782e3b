import 'server-only'
import type { z } from 'zod'
import { bounded, COUNTED_TO } from '@/lib/kernel/page'
import { goingOn } from '@/lib/modules/workloads/workload'
import type { ReadDb } from '@/lib/platform/db/doors'
import { type LeftThing, leftThings } from '@/lib/platform/db/left-behind'
import { memberCounter, memberPage } from '@/lib/platform/db/member-list'
import type { LeftBehind } from '../left-behind'

const SHOWN = 50
const NAMED = 3
const names = { id: true, name: true } as const

type Context = { db: ReadDb; now: Date }

/** The clouds and projects that a member owns or made, who owns them then, and what keeps running. */
export async function readLeftBehind(
  { db, now }: Context,
  memberId: string,
): Promise<z.input<typeof LeftBehind>> {
  const owning = { role: 'owner', OR: [{ endsAt: null }, { endsAt: { gt: now } }] }
  const clouds = await leftThings(db, 'clouds', memberId, now, SHOWN)
  const projects = await leftThings(db, 'projects', memberId, now, SHOWN)
  const going = { creatorId: memberId, state: { in: [...goingOn] } }
  const workloads = await db.workload.findMany({
    where: going,
    orderBy: [{ lastSeenAt: 'desc' }, { id: 'asc' }],
    take: SHOWN,
    include: { project: { select: names } },
  })
  const shown = owners(await ownersOf(db, owning, clouds, projects), memberId)
  const all = <T>(count: number, rows: T[]) => ({ ...bounded(count), rows })
  return {
    clouds: all(clouds[0]?.count ?? 0, clouds.map(shown)),
    projects: all(projects[0]?.count ?? 0, projects.map(shown)),
    heirs: await heirsOf(db, memberId),
    workloads: all(await db.workload.count({ where: going, take: COUNTED_TO + 1 }), workloads),
  }
}

type Owner = { cloudId: string; projectId: string | null; membership: { id: string; name: string } }

/** Who owns these by a role of their own; asked for each kind alone, so that each finds its index. */
async function ownersOf(
  db: ReadDb,
  owning: object,
  ...kinds: { id: string }[][]
): Promise<Owner[]> {
  const [clouds = [], projects = []] = kinds.map((things) => things.map(({ id }) => id))
  const read = (where: object) =>
    db.roleBinding.findMany({
      where: { AND: [owning, where], membership: { suspendedAt: null } },
      select: { cloudId: true, projectId: true, membership: { select: names } },
      orderBy: { createdAt: 'asc' },
    })
  return [
    ...(await read({ cloudId: { in: clouds }, projectId: null })),
    ...(await read({ projectId: { in: projects } })),
  ]
}

const owners =
  (all: Owner[], memberId: string) =>
  ({ cloudId, cloudName, ...thing }: LeftThing) => {
    const here = all.filter((owner) => (owner.projectId ?? owner.cloudId) === thing.id)
    return {
      ...thing,
      cloud: { id: cloudId, name: cloudName },
      made: thing.creatorId === memberId,
      owns: here.some(({ membership }) => membership.id === memberId),
      otherOwners: here
        .filter(({ membership }) => membership.id !== memberId)
        .slice(0, NAMED)
        .map(({ membership }) => membership.name),
    }
  }

async function heirsOf(db: ReadDb, memberId: string) {
  const filter = { roles: ['owner'], state: 'active' as const, except: [memberId] }
  const first = await memberPage(db, filter, { sort: 'name', descending: false }, null, NAMED)
  const { owners: count } = await memberCounter(db)
  return { count, names: first.map(({ name }) => name) }
}
