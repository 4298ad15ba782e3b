import 'server-only'
import { Problem } from '@/lib/kernel/problem'

/** One answer for an organization that is unknown, not one's own, or keeps one out for now. */
export const notYours = () =>
  new Problem('not_found', 'You are not in such an organization, or an owner there suspended you.')
