import 'server-only'
import { once } from '../once'

// A pooler of transactions that keeps no names (PgBouncer before 1.21) is noticed at the first one it lost.
export const naming = () => once('db.naming', () => ({ works: true }))
const LOST_NAME = new Set(['26000', '42P05'])

/** The transaction failed only because statements had names: from now on they have none, and it may be run again. */
export const withoutNames = (error: unknown): boolean => {
  if (!LOST_NAME.has((error as { code?: string })?.code ?? '')) return false
  naming().works = false
  return true
}
