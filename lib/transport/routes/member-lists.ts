import 'server-only'
import { listOnCloud } from '@/lib/modules/bindings/queries/list-on-cloud'
import { listOnProject } from '@/lib/modules/bindings/queries/list-on-project'
import { notOnCloud, readOnCloud } from '@/lib/modules/bindings/queries/read-on-cloud'
import type { Call } from '../api/route'
import { UNASKED_COUNT } from '../api/wire'
import { fits } from './by-name'
import { kept } from './chained'
import type { TextQuery } from './collaborator-lists'
import type { CloudMemberRow, ProjectMemberRow } from './member-wire'

type Run = Call<string, unknown, unknown>['run']
type Page = { after?: string; count: number }
type Row = Pick<CloudMemberRow | ProjectMemberRow, 'member' | 'binding'>

/**
 * Whether clients are told of a role: not of one that has ended, and not of those of organization owners, which do nothing
 * (anyscale-terraform.md §6).
 */
const isShown = ({ member, binding }: Row) =>
  member.role !== 'owner' && !(binding.endsAt !== null && Date.parse(binding.endsAt) <= Date.now())

type Read<R> = (page: { search?: string; after?: string; count: number }) => Promise<{
  rows: R[]
  next: string | null
  total: { count: number }
}>

const shown = <R extends Row>(read: Read<R>, query: TextQuery | null | undefined, page: Page) => {
  const asked = query ?? {}
  const search = asked.contains ?? asked.equals ?? undefined
  const source = {
    word: 'members',
    read: (after: string | undefined, count: number) => read({ search, after, count }),
    keeps: (row: R) => isShown(row) && fits([row.member.name, row.member.email], asked),
  }
  return kept(source, page)
}

export const cloudMemberPage = (
  run: Run,
  cloudId: string,
  query: TextQuery | null | undefined,
  page: Page,
) => shown<CloudMemberRow>((asked) => run(listOnCloud, { cloudId, ...asked }), query, page)

export const projectMemberPage = (run: Run, projectId: string, page: Page) =>
  shown<ProjectMemberRow>((asked) => run(listOnProject, { projectId, ...asked }), null, page)

/** Clients that cannot turn pages get the list whole (anyscale-client.md §2). */
export async function allOnCloud(run: Run, cloudId: string) {
  const rows: CloudMemberRow[] = []
  let after: string | undefined
  do {
    const page = await run(listOnCloud, { cloudId, after, count: UNASKED_COUNT })
    rows.push(...page.rows.filter(isShown))
    after = page.next ?? undefined
  } while (after)
  return { rows, next: null, total: { count: rows.length } }
}

/** What one holds on a cloud, by either id. */
export async function oneOnCloud(run: Run, cloudId: string, id: string): Promise<CloudMemberRow> {
  const named = id.startsWith('ide_') ? { memberId: id } : { userId: id }
  const found = await run(readOnCloud, { cloudId, ...named })
  if (!isShown(found)) throw notOnCloud()
  return found
}
