import { z } from 'zod'
import { newId } from '@/lib/domain/id'
import { moment } from '@/lib/domain/schemas'

/** Who asked for the end of an organization, when, and when it comes. */
export const Deletion = z.object({
  requestedAt: moment,
  dueAt: moment,
  requestedBy: z.object({ id: z.string(), name: z.string(), email: z.string() }),
})
export type Deletion = z.output<typeof Deletion>

type Row = {
  deletionRequestedAt: Date | null
  deletionDueAt: Date | null
  deletionRequestedBy: unknown
}

/** The end that was asked for; null: none. */
export const deletionOf = (row: Row): z.input<typeof Deletion> | null =>
  row.deletionRequestedAt && row.deletionDueAt
    ? {
        requestedAt: row.deletionRequestedAt,
        dueAt: row.deletionDueAt,
        requestedBy: row.deletionRequestedBy as Deletion['requestedBy'],
      }
    : null

/** The row of a new organization. */
export const newOrganization = (name: string, now: Date) => ({
  id: newId('org'),
  name,
  createdAt: now,
})

export const setUpStates = ['ready', 'wrong_link', 'done'] as const
export type SetUpState = (typeof setUpStates)[number]
