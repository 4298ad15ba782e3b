type Linked = { id: string; kind: string }

/** The page of a person, who stays at their place in the list they were opened from; accounts have a page of their own. */
export const memberHref = ({ id, kind }: Linked, list = '') =>
  kind === 'service_account' ? `/service-accounts/${id}` : `/users/${id}${list}`
