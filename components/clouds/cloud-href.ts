import type { CloudRow } from '@/components/resources/shapes'

/** Where a cloud opens: who has access, for those who may see that. */
export const cloudHref = ({ id, tier }: Pick<CloudRow, 'id' | 'tier'>) =>
  `/clouds/${id}/${tier === 'owner' ? 'access' : 'projects'}`
