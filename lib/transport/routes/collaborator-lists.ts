import 'server-only'
import { z } from 'zod'
import { parseEmail } from '@/lib/domain/email'
import { fold } from '@/lib/domain/fold'
import type { OutputOf } from '@/lib/kernel/define'
import type { getMember } from '@/lib/modules/members/queries/get-member'
import { listMembers } from '@/lib/modules/members/queries/list-members'
import type { Call } from '../api/route'
import { count, flag, pagingToken, text, UNASKED_COUNT, withCount } from '../api/wire'
import { chained, type Source } from './chained'

type Member = OutputOf<typeof getMember>
type Run = Call<string, unknown, unknown>['run']
type Kind = 'person' | 'service_account' | undefined
type Keeps = (row: Member) => boolean

export const collaboratorType = z.enum([
  'all_accounts',
  'only_service_accounts',
  'only_user_accounts',
])

export const paging = z.object({
  count: count.optional(),
  paging_token: pagingToken.optional(),
})
type Paging = z.output<typeof paging>

export const filters = z.object({
  email: text.optional().describe('An exact address hides partial matches; any letter case.'),
  name: text.optional().describe('Part of a name; exact matches come first.'),
  collaborator_type: collaboratorType.optional().describe('Wins over is_service_account.'),
  is_service_account: flag.optional(),
  ...paging.shape,
})
type Filters = z.output<typeof filters>

/** The CLI sends is_service_account=False beside every collaborator_type, so the type wins; people without both. */
function kindOf({
  collaborator_type: type,
  is_service_account,
}: Pick<Filters, 'collaborator_type' | 'is_service_account'>): Kind {
  if (type === 'all_accounts') return undefined
  if (type === 'only_service_accounts') return 'service_account'
  if (type === 'only_user_accounts') return 'person'
  return is_service_account === true ? 'service_account' : 'person'
}

export async function listCollaborators(run: Run, { email, name, ...filter }: Filters) {
  const kind = kindOf(filter)
  const { count, paging_token: after } = filter
  return withCount(count, async (rows) => {
    if (name && !email) return exactNamesFirst(run, { name, kind, after, count: rows })
    // Several clients take the first row, or stop at a second: whoever has exactly this address is the answer.
    const exact = email?.includes('@') && !after ? asStored(email) : undefined
    return run(listMembers, {
      kind,
      exact,
      email,
      name,
      after,
      count: rows,
      sort: email ? 'email' : 'name',
    })
  })
}

/** Addresses are kept with the letters of their domain: xn--… is written out. */
function asStored(email: string): string {
  const parsed = parseEmail(email)
  return parsed.ok ? parsed.email : email.toLowerCase()
}

type NamePage = { name: string; kind: Kind; after?: string; count: number }

/** First everybody of exactly this name, then the partial matches. */
async function exactNamesFirst(run: Run, { name, kind, after, count }: NamePage) {
  const partial = (after: string | undefined, count: number) =>
    run(listMembers, { kind, name, after, count })
  const page = await chained(
    [
      { word: 'exact', read: whole(run, kind, { name }) },
      { word: 'partial', read: partial, keeps: (row) => fold(row.name) !== fold(name) },
    ],
    { after, count },
  )
  return { ...page, total: (await partial(undefined, 1)).total }
}

const whole =
  (run: Run, kind: Kind, text: { email: string } | { name: string }) =>
  (after: string | undefined, count: number) =>
    run(listMembers, { kind, whole: text, after, count })

export const textQuery = z
  .object({
    equals: text.nullish().describe('The whole text, in any letter case.'),
    not_equal: text.nullish().describe('Anything but this text, in any letter case.'),
    contains: text.nullish().describe('Part of the text; no wildcards.'),
  })
  .meta({ id: 'TextQuery' })
export type TextQuery = z.output<typeof textQuery>

type Search = {
  name_or_email?: TextQuery | null
  collaborator_type?: Filters['collaborator_type'] | null
}

/** Name or address fits the query. People only, unless a type says otherwise (anyscale-client.md §3). */
export async function searchCollaborators(run: Run, search: Search, paging: Paging) {
  const kind = kindOf({ collaborator_type: search.collaborator_type ?? undefined })
  const { equals, not_equal, contains } = search.name_or_email ?? {}
  const fits = (row: Member) =>
    (!equals || isCalled(row, equals)) &&
    (!not_equal || !isCalled(row, not_equal)) &&
    (!contains || [row.name, row.email].some((text) => fold(text).includes(fold(contains))))
  return withCount(paging.count, async (count) => {
    const page = { after: paging.paging_token, count }
    if (equals) {
      const found = await chained(calledBy(run, equals, kind, fits), page)
      return { ...found, total: { count: (await allCalled(run, equals, kind, fits)).length } }
    }
    const base = (after: string | undefined, count: number) =>
      run(listMembers, { kind, search: contains ?? undefined, after, count })
    const found = await chained([{ word: 'all', read: base, keeps: fits }], page)
    const { total } = await base(undefined, 1)
    if (!not_equal) return { ...found, total }
    const left = await allCalled(run, not_equal, kind, (row) => !fits(row))
    return { ...found, total: { count: Math.max(0, total.count - left.length) } }
  })
}

const isCalled = (row: Member, text: string) =>
  fold(row.name) === fold(text) || row.email === asStored(text)

/** Whoever has this address, then everybody of this name. */
function calledBy(run: Run, text: string, kind: Kind, keeps: Keeps): Source<Member>[] {
  const email = asStored(text)
  return [
    { word: 'email', read: whole(run, kind, { email }), keeps },
    {
      word: 'name',
      read: whole(run, kind, { name: text }),
      keeps: (row) => row.email !== email && keeps(row),
    },
  ]
}

/** All of them, to be counted to the bound that lists count to. */
const allCalled = async (run: Run, text: string, kind: Kind, keeps: Keeps) =>
  (await chained(calledBy(run, text, kind, keeps), { count: UNASKED_COUNT })).rows
