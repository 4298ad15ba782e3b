import 'server-only'
import { Statements, type Transacting } from './sql'
import type { Answer, Bound, Statement } from './statement'

export type Step = {
  sql: Statement | string
  values: unknown[]
  done(answer: Answer): void
  failed(error: unknown): void
}
/** Statements that leave in one flight, a transaction of their own. Ends when they are answered. */
type Fly = (steps: readonly Step[]) => Promise<unknown>
type Transact = <T>(asked: Transacting<T>) => Promise<T>

/** What waits for the same door: what opens it is sent once. */
type Party = { steps: Step[]; entered: Promise<unknown[][]> }

const MOST = 64 // statements of one flight
const AT_ONCE = 2 // flights by one door

/**
 * Small reads that enter by the same door at the same moment share a flight: one opening, one round trip. While one is under way
 * the next ones gather. None joins a flight that has left, so whatever was true when it was asked is seen.
 */
export function together(fly: Fly, alone: Transact): Transact {
  const waiting = new Map<string, Party>()
  const away = new Map<string, number>()
  const flying = (door: string) => away.get(door) ?? 0

  const leave = (door: string): void => {
    const party = waiting.get(door)
    waiting.delete(door)
    if (!party) return
    away.set(door, flying(door) + 1)
    fly(party.steps)
      .catch((error) => {
        for (const { failed } of party.steps) failed(error)
      })
      .then(() => {
        if (flying(door) > 1) away.set(door, flying(door) - 1)
        else away.delete(door)
        leave(door)
      })
  }

  const partyAt = (first: Bound[], size: number): Party => {
    const door = JSON.stringify(first.map(({ statement, values }) => [statement.name, values]))
    const known = waiting.get(door)
    if (known && known.steps.length + size <= MOST) return known
    const steps: Step[] = []
    const entered = Promise.all(
      first.map(({ statement, values }) => added(steps, statement, values)),
    ).then((answers) => answers.map(({ rows }) => rows))
    entered.catch(() => {}) // each of them hears it
    if (known) leave(door)
    waiting.set(door, { steps, entered })
    if (flying(door) < AT_ONCE) setImmediate(leave, door)
    return { steps, entered }
  }

  /** Null: this is not for sharing, or something in the flight failed, which says nothing of the others in it. */
  async function shared<T>({ opening, first, ahead }: Transacting<T>) {
    const own: Step[] = []
    const asked: Promise<Answer>[] = []
    const sql = new Statements((text, values) => {
      const answer = added(own, text, values)
      asked.push(answer)
      return answer
    })
    if (!opening.readOnly || !ahead || !sql.lookAhead(ahead)) return null
    sql.end()
    const party = partyAt(first, own.length)
    party.steps.push(...own)
    try {
      const [answers] = await Promise.all([party.entered, ...asked])
      return { sql, answers }
    } catch {
      return null
    }
  }

  return async (asked) => {
    const found = asked.together ? await shared(asked) : null
    return found ? asked.run(found.sql, found.answers) : alone(asked)
  }
}

const added = (steps: Step[], sql: Statement | string, values: unknown[]): Promise<Answer> =>
  new Promise((done, failed) => steps.push({ sql, values, done, failed }))
