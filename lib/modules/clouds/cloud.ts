import { z } from 'zod'
import { fold, nameSortKey } from '@/lib/domain/fold'
import { newId } from '@/lib/domain/id'
import { tiers } from '@/lib/domain/roles'
import { idOf, moment, organizationName, stored } from '@/lib/domain/schemas'
import { plain, UNPLAIN } from '@/lib/domain/storable'

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

/** As a list shows it to whoever asks. */
export const CloudRow = Cloud.extend({
  /** What whoever asks is on it. */
  tier: stored(tiers),
  /** People with a role of their own, without the organization's owners; 1001: more than 1,000. Null: not theirs to know. */
  members: z.int().nullable(),
  /** Those that whoever asks can reach. */
  projects: z.int(),
})
export type CloudRow = z.output<typeof CloudRow>

/** Things that go, counted, with the names of the first five. */
export const Going = z.object({ count: z.int(), first: z.array(z.string()) })

/** What lists of clouds and of projects are narrowed and sorted by alike. */
export const resourceFilters = {
  ids: z.array(z.string().max(100)).max(1_000).optional(),
  name: z.string().max(400).optional().describe('A whole name, letter for letter.'),
  search: z.string().max(400).optional().describe('Part of a name, folded.'),
  creatorId: z.string().max(100).optional().describe('An id that begins with ide_ or usr_.'),
}
export const resourceSort = {
  sort: z.enum(['name', 'created']).default('name'),
  descending: z.boolean().default(false),
}

/** 1 to 100 characters, single spaces, none that are invisible (lib/domain/person-name.ts). */
export const resourceName = organizationName

/** Words that come back letter for letter, on lines or not: no other control characters, none that turn directions. */
export const plainText = (most: number) =>
  z
    .string({ error: 'This needs to be text.' })
    .max(most, `At most ${most} characters.`)
    .regex(plain, UNPLAIN)

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
