import { z } from 'zod'
import { fold, nameSortKey } from '@/lib/domain/fold'
import { newId } from '@/lib/domain/id'
import { idOf, moment, stored } from '@/lib/domain/schemas'

/** As the clients' contracts name them (anyscale-client.md §5). */
export const providers = ['AWS', 'GCP', 'AZURE', 'GENERIC', 'PCP', 'CLOUDGATEWAY'] as const
export const computeStacks = ['VM', 'K8S', 'KUBERAY'] as const

/** Whoever made a thing, also when they are gone ("Removed user"). */
export const Creator = z.object({
  id: idOf('ide'),
  userId: idOf('usr'),
  name: z.string(),
  email: z.string(),
  removed: z.boolean(),
})

export const Cloud = z.object({
  id: idOf('cld'),
  name: z.string(),
  provider: stored(providers),
  region: z.string(),
  computeStack: stored(computeStacks),
  isPrivate: z.boolean(),
  isDefault: z.boolean(),
  autoAdd: z.boolean(),
  creator: Creator,
  createdAt: moment,
  version: z.int(),
})

type New = {
  name: string
  provider: (typeof providers)[number]
  region: string
  creatorId: string
  now: Date
}
/** The row of a new cloud, with what is searched and sorted by. */
export const newCloud = ({ name, provider, region, creatorId, now }: New) => ({
  id: newId('cld'),
  name,
  provider,
  region,
  creatorId,
  createdAt: now,
  ...foldedName(name),
})

export const foldedName = (name: string) => ({
  searchable: fold(name),
  sortKey: nameSortKey(name),
})
