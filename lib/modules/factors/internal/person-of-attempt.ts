import 'server-only'
import { hashToken } from '@/lib/domain/tokens'
import { findPersonOfAttempt } from '@/lib/platform/db/lookups'

/** For whom tries are counted: the person, from wherever and in however many attempts they come. */
export const personOfAttempt = async ({ attempt }: { attempt: string }) =>
  findPersonOfAttempt(await hashToken(attempt))
