import { newId } from '@/lib/domain/id'

/** The row of a new organization. */
export const newOrganization = (name: string, now: Date) => ({
  id: newId('org'),
  name,
  createdAt: now,
})

export const setUpStates = ['ready', 'wrong_link', 'done'] as const
export type SetUpState = (typeof setUpStates)[number]
