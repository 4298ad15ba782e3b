import 'server-only'
import { type Access, tierAt } from '@/lib/domain/decide'
import type { SystemDb } from '@/lib/platform/db/doors'
import { type Place, readTarget, type Target } from '@/lib/platform/db/targets'
import type { Caller } from './caller'
import type { UseCase } from './define'
import { Problem } from './problem'

/** One call of a use case, its input parsed. */
export type Call = { use: UseCase; asker: Caller; input: unknown; now: Date }

const placeOf = ({ use, input }: Call): Place | null => use.locate?.(input as never) ?? null
// A key says whose it is when it has opened the door: the statement asks the door (targets.ts).
const holderOf = (asker: Caller) => ('membershipId' in asker ? asker.membershipId : null)

const read = (call: Call, db: object, place: Place) =>
  readTarget(db, place, holderOf(call.asker), call.now)

/** What is sent along with the opening: the target of the call, and what the use case itself asks for first. */
export function sentAhead(call: Call) {
  const { use, input, now } = call
  const place = placeOf(call)
  if (!place && !use.ahead) return undefined
  return (db: SystemDb) => {
    const target = place && read(call, db, place)
    const own = use.ahead?.(db, input, now)
    return {
      read: Promise.all([target, own?.read]),
      all: own ? own.all : false,
    }
  }
}

/** The target of the call with what the caller holds; null when it names none. Throws not_found. */
export async function locatedAt(call: Call, db: SystemDb): Promise<Target | null> {
  const place = placeOf(call)
  if (!place) return null
  const target = await read(call, db, place)
  if (!target) throw noSuchPlace()
  return target
}

/** Whoever may not read a thing is told that there is none (DESIGN §3). */
export const mayRead = (access: Access): boolean => tierAt(access) !== null

export const noSuchPlace = () =>
  new Problem('not_found', 'There is no such cloud or project in this organization.')
