import 'server-only'
import type { z } from 'zod'
import { bounded, COUNTED_TO } from '@/lib/kernel/page'
import { bindingCount, bindingPage } from '@/lib/platform/db/binding-list'
import type { ReadDb } from '@/lib/platform/db/doors'
import { memberCounter, memberPage } from '@/lib/platform/db/member-list'
import type { Target } from '@/lib/platform/db/targets'
import type { Inherited } from '../binding'

const NAMED = 3
const byName = { sort: 'name', descending: false } as const
const first = { descending: false, after: null, limit: NAMED }

type Context = { db: ReadDb; now: Date; target: Target }

/** Who has access to the target without a row of their own. */
export async function readInherited({
  db,
  now,
  target: { cloud, project },
}: Context): Promise<z.input<typeof Inherited>> {
  const { owners } = await memberCounter(db)
  const named = await memberPage(db, { roles: ['owner'], state: 'active' }, byName, null, NAMED)
  const at = { cloud: cloud.id, project: null }
  const filter = { now: now.toISOString() }
  const owning = { ...filter, roles: ['owner'] }
  const holders = project ? await bindingPage(db, at, owning, first) : []
  const names = await namesOf(db, holders)
  return {
    owners: { count: owners, more: false, names: named.map(({ name }) => name) },
    cloudOwners: project
      ? { ...bounded(await bindingCount(db, at, owning, COUNTED_TO + 1)), names }
      : null,
    everyone: project?.isPublic
      ? bounded(await bindingCount(db, at, filter, COUNTED_TO + 1))
      : null,
  }
}

async function namesOf(db: ReadDb, holders: { id: string }[]) {
  const ids = holders.map(({ id }) => id)
  const rows = await db.membership.findMany({
    where: { id: { in: ids } },
    select: { name: true },
    orderBy: { sortKey: 'asc' },
  })
  return rows.map(({ name }) => name)
}
