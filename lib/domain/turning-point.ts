import { type Access, decide } from './decide'
import type { Permission } from './permissions'

/** The next moment from which the answer is the other one, if nobody does anything. Null: there is none. */
export function turningPoint(held: Access, permission: Permission): Date | null {
  const { chain } = held
  if (!chain) return null
  const allowedAt = (at: Date) => decide({ ...held, chain: { ...chain, at } }, permission).allowed
  const now = allowedAt(chain.at)
  const moments = [...chain.cloud, ...(chain.project?.bindings ?? [])]
    .flatMap(({ startsAt, endsAt }) => [startsAt, endsAt])
    .filter((moment): moment is Date => moment !== null && moment > chain.at)
    .sort((one, other) => one.getTime() - other.getTime())
  return moments.find((moment) => allowedAt(moment) !== now) ?? null
}
