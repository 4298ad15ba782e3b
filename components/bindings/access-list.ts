import type { inferParserType } from 'nuqs/server'
import type { ApiCall } from '@/components/api-call/curl'
import { urlList, urlText, urlWord } from '@/lib/client/url-parsers'
import { cloudLimit, cloudRoles, projectRoles, storedOrigins } from '@/lib/domain/roles'

const cloudWords = [...cloudRoles, cloudLimit] as const
const kinds = ['person', 'service_account'] as const
const ends = ['ending', 'ended', 'planned', 'timed'] as const

const common = {
  q: urlText.withDefault(''),
  from: urlList(urlWord(storedOrigins)).withDefault([]),
  kind: urlList(urlWord(kinds)).withDefault([]),
  ends: urlWord(ends),
  inherited: urlWord(['off'] as const),
  after: urlText,
}

/** What the list shows, as it stands in the URL; roles are those of the place. */
export const accessListParsers = {
  cloud: { ...common, role: urlList(urlWord(cloudWords)).withDefault([]) },
  project: { ...common, role: urlList(urlWord(projectRoles)).withDefault([]) },
}
export type AccessListState<Role extends string = string> = Omit<
  inferParserType<typeof accessListParsers.cloud>,
  'role'
> & { role: Role[] }

/** No search and no filter; whether inherited access is shown stays. */
export const noFilters = { q: null, role: null, from: null, kind: null, ends: null, after: null }

export const isFiltered = ({ q, role, from, kind, ends }: AccessListState) =>
  q !== '' || role.length + from.length + kind.length > 0 || ends !== null

/** Inherited access has none of what the filters ask, so it stands only above the whole list. */
export const showsInherited = (state: AccessListState) =>
  state.inherited === null && !isFiltered(state)

/** The input of both lists, beside the place: the page and the browser must build the same one. */
export const accessListInput = <Role extends string>(state: AccessListState<Role>) => ({
  ...(state.q && { search: state.q }),
  ...(state.role.length > 0 && { roles: state.role }),
  ...(state.from.length > 0 && { origins: state.from }),
  ...(state.kind.length > 0 && { kinds: state.kind }),
  ...(state.ends && { ends: state.ends }),
  inherited: showsInherited(state),
  ...(state.after && { after: state.after }),
})

/** The same list by the API, as far as it has one. */
export const accessListCall = (place: { kind: 'cloud' | 'project'; id: string }): ApiCall =>
  place.kind === 'cloud'
    ? {
        method: 'GET',
        path: `/api/v2/clouds/${place.id}/collaborators/users`,
        query: { count: 50 },
        note: 'Lists grants. Organization owners have access without one.',
      }
    : {
        method: 'GET',
        path: `/api/v2/projects/${place.id}/collaborators/users`,
        query: { count: 50 },
        note: 'Lists grants. Owners, and everyone on the cloud of a public project, have access without one.',
      }
