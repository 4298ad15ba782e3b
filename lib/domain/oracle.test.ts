import { beforeAll, describe, expect, test } from 'vitest'
import { decidedByCedar, keepPolicies } from '@/lib/testing/oracle/cedar'
import { mutants, policies } from '@/lib/testing/oracle/policies'
import { accessOf, type Question, randomQuestion, randomWorld } from '@/lib/testing/oracle/worlds'
import { dice } from '@/prisma/seeds/dice'
import { decide } from './decide'

// ORACLE_SEED repeats a run; the seed stands in the name of the test.
const seed = Number(process.env.ORACLE_SEED ?? Date.now() % 2 ** 31)
const WORLDS = 200
const EACH = 50

function questions(): Question[] {
  const by = dice('oracle', String(seed))
  return Array.from({ length: WORLDS }, () => randomWorld(by)).flatMap((world) =>
    Array.from({ length: EACH }, () => randomQuestion(by, world)),
  )
}
let asked: Question[]
let answers: boolean[]

beforeAll(() => {
  asked = questions()
  answers = asked.map((question) => decide(accessOf(question), question.permission).allowed)
  keepPolicies('facts', policies)
})

describe(`decide and Cedar (seed ${seed})`, () => {
  test(`agree on ${WORLDS * EACH} decisions`, () => {
    const differences = asked.filter(
      (question, at) => decidedByCedar('facts', question) !== answers[at],
    )
    expect(differences.slice(0, 3)).toEqual([])
    const share = answers.filter(Boolean).length / answers.length
    expect(share).toBeGreaterThan(0.2)
    expect(share).toBeLessThan(0.8)
  }, 60_000)

  test.each(mutants)('a broken rule shows: %s', (name, policy, from, to) => {
    const text = policies[policy] ?? ''
    expect(text).toContain(from)
    keepPolicies(name, { ...policies, [policy]: text.replaceAll(from, to) })
    expect(asked.some((question, at) => decidedByCedar(name, question) !== answers[at])).toBe(true)
  })
})
