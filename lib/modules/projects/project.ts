import { z } from 'zod'
import { newId } from '@/lib/domain/id'
import { tiers } from '@/lib/domain/roles'
import { idOf, moment } from '@/lib/domain/schemas'
import { Creator, foldedName, plainText } from '@/lib/modules/clouds/cloud'

/** The project that every cloud has, public for good (facts §1.4). */
export const DEFAULT_PROJECT = 'default'

export const description = plainText(2_000)

export const Project = z.object({
  id: idOf('prj'),
  name: z.string(),
  description: z.string(),
  cloud: z.object({ id: idOf('cld'), name: z.string() }),
  isDefault: z.boolean(),
  isPublic: z.boolean(),
  creator: Creator,
  createdAt: moment,
  version: z.int(),
  /** What whoever asks is in it. */
  tier: z.enum(tiers),
})

/** As a list shows it to whoever asks. */
export const ProjectRow = Project.extend({
  /** People with a role of their own in it, without the organization's owners; 1001: more than 1,000. */
  members: z.int(),
})
export type ProjectRow = z.output<typeof ProjectRow>

type New = {
  cloudId: string
  name: string
  description?: string
  isPublic: boolean
  isDefault?: boolean
  creatorId: string
  now: Date
}
/** The row of a new project, with what is searched and sorted by. */
export const newProject = ({ now, description = '', isDefault = false, ...given }: New) => ({
  ...given,
  id: newId('prj'),
  description,
  isDefault,
  createdAt: now,
  ...foldedName(given.name),
})
