export type PlaceKind = 'organization' | 'cloud' | 'project'

/** What an id in the address is of. */
export const kindOf = (id: string | null): 'cloud' | 'project' | null => {
  if (id?.startsWith('cld_')) return 'cloud'
  return id?.startsWith('prj_') ? 'project' : null
}
