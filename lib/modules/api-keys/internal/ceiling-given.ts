import 'server-only'
import { type Ceiling, exceeds } from '@/lib/domain/ceiling'
import { isPermission } from '@/lib/domain/permissions'
import { ceilingOf, type MemberCaller } from '@/lib/kernel/caller'
import { invalidInput, Problem } from '@/lib/kernel/problem'
import { cloudPage, projectPage, type Viewing, viewerOf } from '@/lib/platform/db/resource-list'
import type { AskedCeiling } from '../api-key'
import { MOST_IN_CEILING } from '../api-key-rules'

type Making = Viewing & { db: object; caller: MemberCaller }

/**
 * The ceiling of a new key: what is asked for, of things that whoever makes it can see. A key makes none that may do more than
 * itself; asked for nothing, it hands on its own.
 */
export async function ceilingGiven(
  context: Making,
  asked: AskedCeiling | undefined,
): Promise<Ceiling | null> {
  const own = ceilingOf(context.caller)
  if (!asked) return own
  const unknown = asked.permissions?.find((name) => !isPermission(name))
  if (unknown !== undefined) {
    throw fault('permissions', `There is no such permission as ${unknown.slice(0, 100)}.`)
  }
  const { readOnly, ...chosen } = asked
  const ceiling: Ceiling = { ...(readOnly && { readOnly }), ...chosen }
  await requireClouds(context, asked.clouds)
  const clouds = await cloudsOf(context, asked.projects)
  if (exceeds(ceiling, own, (project) => clouds.get(project) ?? '')) throw wider()
  return Object.keys(ceiling).length > 0 ? ceiling : null
}

/** Throws when what a key makes, or puts in its own place, may do more than itself. */
export async function requireWithinOwn(context: Making, ceiling: Ceiling | null): Promise<void> {
  const own = ceilingOf(context.caller)
  if (!own) return
  const clouds = await cloudsOf(context, ceiling?.projects)
  if (exceeds(ceiling, own, (project) => clouds.get(project) ?? '')) throw wider()
}

const wider = () => new Problem('forbidden', 'A key makes no key that may do more than itself.')
const fault = (field: string, detail: string) =>
  invalidInput([{ pointer: `#/ceiling/${field}`, detail }])

const FIRST = { sort: 'name', descending: false, after: null, limit: MOST_IN_CEILING } as const

async function requireClouds(context: Making, ids: readonly string[] | undefined) {
  if (!ids) return
  const rows = await cloudPage(context.db, { ...viewerOf(context), ids }, FIRST)
  const found = new Set(rows.map(({ id }) => id))
  if (ids.some((id) => !found.has(id))) throw fault('clouds', 'There is no such cloud here.')
}

/** The cloud of each project; throws for one that is not there, or out of reach. */
async function cloudsOf(context: Making, ids: readonly string[] | undefined) {
  if (!ids) return new Map<string, string>()
  const rows = await projectPage(context.db, { ...viewerOf(context), ids }, FIRST)
  const found = new Map(rows.map(({ id, cloud }) => [id, cloud.id]))
  if (ids.some((id) => !found.has(id))) throw fault('projects', 'There is no such project here.')
  return found
}
