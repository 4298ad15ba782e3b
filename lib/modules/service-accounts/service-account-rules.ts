import { isolated } from '@/lib/domain/isolated'
import type { Denial } from '@/lib/domain/problems'

// Apart from the schemas: the browser shows these sentences, and would otherwise load all of Zod for them.

/** Of every account, for ever (facts §3). */
export const accountRole = 'collaborator'

export const accountStates = ['enabled', 'disabled'] as const
export type AccountState = (typeof accountStates)[number]
export const accountSorts = ['name', 'created', 'used', 'expires'] as const
export type AccountSort = (typeof accountSorts)[number]
/** Which keys an account has: none that is live, one that ends within 14 days, one without an end. */
export const accountKeys = ['none', 'ending', 'endless'] as const
export type AccountKeys = (typeof accountKeys)[number]
/** Whether it was used in the last 90 days, by a key or by an access token. */
export const accountUses = ['lately', 'not_lately'] as const
export type AccountUse = (typeof accountUses)[number]

/** Keys used within so many days are named before their account is deleted. */
export const USED_DAYS = 30
export const UNUSED_DAYS = 90
export const ENDING_DAYS = 14

export const DESCRIPTION_MOST = 500

/** Names are unique in the organization, in any letter case: the address of an account is its name. */
export const accountNameTaken = (name: string): Denial => ({
  code: 'conflict',
  detail: `There is a service account with the name ${isolated(name)} already. Choose another name.`,
})

type Row = { endedAt: unknown }

/** What was deleted is history. */
export const deletedDenial = ({ endedAt }: Row): Denial | null =>
  endedAt ? { code: 'not_found', detail: 'Was deleted. A new account gets new ids.' } : null
