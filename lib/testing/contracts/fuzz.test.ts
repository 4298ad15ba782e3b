import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { UseCase } from '@/lib/kernel/define'
import { isProblem } from '@/lib/kernel/problem'
import { visitor } from '../accounts'
import { inputsOf } from '../fuzz'
import { as, makeKey, makeOrganization, type TestOrganization } from '../people'
import { idsOf, rowsOf } from './rows'
import { useCases } from './use-cases'

// FUZZ_SEED repeats a run, FUZZ_RUNS makes it thorough. The seed of a failure stands in its message.
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31)
const runs = Number(process.env.FUZZ_RUNS ?? 12)
const settings = { seed, numRuns: runs, interruptAfterTimeLimit: 8_000 }
const reachable = useCases.filter(({ use }) => use.scope !== 'system')

// Names of tests end in numbers: 38 is not named where 381 is.
const names = (told: string, secret: string) =>
  told
    .split(secret)
    .slice(1)
    .some((rest) => !/^\d/.test(rest))

let elsewhere: TestOrganization
let foreign: string[]

beforeAll(async () => {
  elsewhere = await makeOrganization('Nordlys Secret')
  foreign = Object.values(await idsOf(elsewhere))
})

describe(`whatever comes in, nothing fails and nobody else is touched (seed ${seed})`, () => {
  test.each(reachable.map(({ use }) => [use.name, use] as const))(
    '%s',
    async (_, use) => {
      const organization = await makeOrganization()
      const { owner, secondOwner, collaborator } = organization
      const callers = [owner, owner, secondOwner, collaborator, await makeKey(secondOwner)]
      const ids = [...Object.values(await idsOf(organization)), secondOwner.id, ...foreign]
      const before = await rowsOf(elsewhere.id)
      const property = fc.asyncProperty(
        inputsOf(use.input, ids),
        fc.constantFrom(...callers),
        async (input, member) => {
          const who = use.scope === 'public' ? visitor() : member
          if (use.scope === 'person' && !('sessionId' in who.caller)) return
          const answer = await as(who)
            .run(use as UseCase, input as never)
            .catch((error: unknown) => {
              if (isProblem(error) && error.status < 500) return error.body()
              throw error
            })
          const told = JSON.stringify(answer) ?? ''
          for (const secret of [elsewhere.owner.email, elsewhere.collaborator.name, elsewhere.name])
            if (!JSON.stringify(input)?.includes(secret))
              expect(names(told, secret), told).toBe(false)
        },
      )
      await fc.assert(property, settings)
      expect(await rowsOf(elsewhere.id)).toEqual(before)
    },
    60_000,
  )
})
