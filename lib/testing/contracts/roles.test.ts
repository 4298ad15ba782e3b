import { beforeAll, describe, expect, test } from 'vitest'
import { type Ceiling, ceilingAt } from '@/lib/domain/ceiling'
import { decide } from '@/lib/domain/decide'
import { eventNames } from '@/lib/domain/events'
import { entryOf, type Permission, permissionNames, permissions } from '@/lib/domain/permissions'
import type { AnyCommand, UseCase } from '@/lib/kernel/define'
import { isProblem } from '@/lib/kernel/problem'
import { apiGatehouse, apiV2 } from '@/lib/transport/routes/table'
import { as, makeKey, makeOrganization, type TestOrganization } from '../people'
import { inputsFor } from './inputs'
import { idsOf } from './rows'
import { useCases } from './use-cases'

const ofOrganizations = useCases.filter(({ use }) => use.scope === 'organization')
let organization: TestOrganization
let inputs: Record<string, unknown>

beforeAll(async () => {
  organization = await makeOrganization()
  inputs = inputsFor(organization, await idsOf(organization))
}, 120_000)

/** Whether the policy let the call through; what the rows say about it is another matter. */
async function admitted(who: Parameters<typeof as>[0], use: UseCase) {
  try {
    await as(who).run(use, inputs[use.name] as never)
    return true
  } catch (error) {
    if (!isProblem(error)) throw error
    return error.code !== 'forbidden'
  }
}

/** Of these no command is let through: what is run under them changes nothing. */
const ceilings: Ceiling[] = [{ permissions: [] }, { readOnly: true }, { clouds: [] }]

describe('role × use case: the policy table decides, for sessions and for keys alike', () => {
  // Reads first: a removal in between would change who is who.
  const cases = ofOrganizations
    .filter(({ use }) => !use.locate)
    .sort((a, b) => b.use.kind.localeCompare(a.use.kind))
  test.each(cases.map(({ use }) => [use.name, use] as const))('%s', async (_, use) => {
    const { secondOwner, collaborator } = await makeOrganization()
    const permission = use.permission as Permission
    for (const [role, member] of [
      ['owner', secondOwner],
      ['collaborator', collaborator],
    ] as const) {
      const expected = decide({ organizationRole: role }, permission).allowed
      const key = await makeKey(member)
      // First: it changes nothing, and whoever leaves is nobody afterwards.
      for (const ceiling of ceilings) {
        const held = { organizationRole: role, ceiling: ceilingAt(ceiling, null) }
        const bound = { caller: { ...key.caller, ceiling } }
        const left = decide(held, permission).allowed
        expect([ceiling, role, await admitted(bound, use)]).toEqual([ceiling, role, left])
      }
      expect(await admitted(member, use), `${role} in the console`).toBe(expected)
      expect(await admitted(key, use), `${role} with a key`).toBe(expected)
    }
  })
})

test('every permission guards a use case, or is asked for elsewhere; every use case of an organization names one', () => {
  const used = new Set(ofOrganizations.map(({ use }) => use.permission))
  const guarding = permissionNames.filter((name) => entryOf(name).asked !== 'elsewhere')
  expect([...used].sort()).toEqual([...guarding].sort())
})

test('every event is written by a command, and names are unique', () => {
  const commands = useCases.map(({ use }) => use).filter((use) => use.kind === 'command')
  const written = commands.flatMap((use) => [
    use.event,
    ...((use as AnyCommand).furtherEvents ?? []),
  ])
  const byKernel = ['access.denied']
  expect([...new Set([...written, ...byKernel])].sort()).toEqual([...eventNames].sort())
  const names = useCases.map(({ use }) => use.name)
  expect(new Set(names).size).toBe(names.length)
})

test('every route names a permission of the table, and ids of operations are unique', () => {
  const routes = [...apiV2, ...apiGatehouse].flatMap((group) => group.routes)
  for (const { permission } of routes) {
    if (permission) expect(Object.keys(permissions)).toContain(permission)
  }
  const ids = routes.map(({ operationId }) => operationId)
  expect(new Set(ids).size).toBe(ids.length)
})
