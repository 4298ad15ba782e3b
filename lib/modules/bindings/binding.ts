import { z } from 'zod'
import { newId } from '@/lib/domain/id'
import { cloudRoles, projectRoles, type StoredOrigin, storedOrigins } from '@/lib/domain/roles'
import { idOf, moment, stored } from '@/lib/domain/schemas'

export const cloudRole = z.enum(cloudRoles)
export const projectRole = z.enum(projectRoles)

/** Who holds a role, by whom, since when and until when. */
export const Held = z.object({
  id: idOf('rb'),
  origin: stored(storedOrigins),
  createdAt: moment,
  /** Null: nobody (auto-add), or somebody who is not known any more. */
  createdBy: z.object({ id: idOf('ide'), name: z.string(), removed: z.boolean() }).nullable(),
  startsAt: moment.nullable(),
  endsAt: moment.nullable(),
  version: z.int(),
})

type New = {
  membershipId: string
  cloudId: string
  projectId?: string | null
  role: string
  readOnly?: boolean
  origin: StoredOrigin
  createdById: string | null
  startsAt?: Date | null
  endsAt?: Date | null
  now: Date
}
/** The row of a new binding. */
export const newBinding = ({ now, ...given }: New) => ({
  projectId: null,
  readOnly: false,
  startsAt: null,
  endsAt: null,
  ...given,
  id: newId('rb'),
  createdAt: now,
})
