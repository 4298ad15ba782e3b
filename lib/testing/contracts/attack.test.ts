import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { UseCase } from '@/lib/kernel/define'
import { isProblem } from '@/lib/kernel/problem'
import { removeMember } from '@/lib/modules/members/commands/remove-member'
import { inSystem } from '@/lib/platform/db/doors'
import { apis } from '@/lib/transport/api/apis'
import { apiOf } from '../api'
import {
  as,
  makeKey,
  makeMember,
  makeOrganization,
  type TestMember,
  type TestOrganization,
} from '../people'
import { exampleCall } from './example-call'
import { inputsFor } from './inputs'
import { columnsOf, type Ids, idsOf, rowsOf } from './rows'
import { useCases } from './use-cases'

type Json = Record<string, unknown>
const ofOrganizations = useCases.filter(({ use }) => use.scope === 'organization')
const commands = ofOrganizations.filter(({ use }) => use.kind === 'command')

const camel = (name: string) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase())
const marker = 'smuggled'
let smuggled: Json
let elsewhere: TestOrganization
let foreign: Ids

beforeAll(async () => {
  elsewhere = await makeOrganization('Nordlys Secret')
  foreign = await idsOf(elsewhere)
  const names = (await columnsOf()).flatMap(({ column }) => [column, camel(column)])
  const values = [...new Set(names)].map((name) => [name, valueFor(name)])
  const roles = ['permission_level', 'base_role', 'organization_role', 'is_owner', 'roles', 'admin']
  smuggled = Object.fromEntries([...values, ...roles.map((name) => [name, 'owner'])])
}, 120_000)

function valueFor(name: string): unknown {
  if (/^organization_?id$/i.test(name)) return elsewhere.id
  if (/^(role|kind)$/.test(name)) return 'owner'
  if (/(_at|At)$/.test(name)) return '1999-09-09T09:09:09.000Z'
  return name === 'version' ? 1_424_242_421 : `${marker}_${name}`
}

/** Every field that an input has at any depth; those are no smuggling. */
function fieldsOf(schema: z.ZodType): Set<string> {
  const text = JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }))
  return new Set([...text.matchAll(/"(\w+)":\{/g)].map(([, name]) => name as string))
}

/** The input with every other column of the database beside each of its fields, at any depth. */
function laden(value: unknown, own: Set<string>): unknown {
  if (Array.isArray(value)) return value.map((item) => laden(item, own))
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).map(([name, field]) => [name, laden(field, own)])
  const extra = Object.entries(smuggled).filter(([name]) => !own.has(name))
  return {
    ...Object.fromEntries([...extra, ...fields]),
    ...JSON.parse('{"__proto__":{"role":"owner"}}'),
  }
}

const outcome = (run: Promise<unknown>) =>
  run.then(
    (value) => ({ value }),
    (error: unknown) => {
      if (isProblem(error)) return { refused: error.body() }
      throw error
    },
  )

const rolesOf = (organizationId: string) =>
  inSystem(async (db) =>
    Object.fromEntries(
      (await db.membership.findMany({ where: { organizationId } })).map(({ id, role }) => [
        id,
        role,
      ]),
    ),
  )

describe('no field but its own reaches a row', () => {
  const givesRoles = ['member.change_role', 'member.change_role_many']
  test.each(commands.map(({ use }) => [use.name, use] as const))('%s', async (name, use) => {
    const organization = await makeOrganization()
    const { id, owner } = organization
    const input = inputsFor(organization, await idsOf(organization))[name]
    const [roles, theirs] = [await rolesOf(id), await rowsOf(elsewhere.id)]
    const answer = await outcome(
      as(owner).run(use as UseCase, laden(input, fieldsOf(use.input)) as never),
    )
    if ('refused' in answer) expect(answer.refused.code).not.toBe('invalid_input')
    const text = JSON.stringify(Object.values(await rowsOf(id)).flat())
    expect(text).not.toContain(marker)
    expect(text).not.toContain('1999-09-09')
    expect(text).not.toContain('1424242421')
    expect(await rowsOf(elsewhere.id)).toEqual(theirs)
    const expected = Object.entries(await rolesOf(id)).map(([member]) => [
      member,
      roles[member] ?? 'collaborator',
    ])
    if (!givesRoles.includes(name)) expect(Object.entries(await rolesOf(id))).toEqual(expected)
    expect(({} as Json).role).toBeUndefined()
  })
})

describe('ids that are not one’s own', () => {
  // Its filters take ids of every kind.
  const naming = ofOrganizations.filter(({ use }) => use.name !== 'event.list')
  const pattern = /"(ide|usr|orginv|key|evt|op|ses|cld|prj|rb|wl|tr|ck)_\w+"/g
  const world = async () => {
    const organization = await makeOrganization()
    return { organization, ids: await idsOf(organization) }
  }
  let read: ReturnType<typeof world> // what queries leave as it is

  test.each(naming.map(({ use }) => [use.name, use] as const))('%s', async (name, use) => {
    if (use.kind === 'query') read ??= world()
    const { organization, ids } = await (use.kind === 'query' ? read : world())
    const written = JSON.stringify(inputsFor(organization, ids)[name])
    if (!written.match(pattern)) return
    const answers: [string, unknown][] = []
    const before = await rowsOf(organization.id)
    for (const [kind, replacement] of [
      ['unknown', (prefix: string) => `${prefix}_${'z'.repeat(26)}`],
      ['foreign', (prefix: string) => foreign[prefix as keyof Ids]],
      ['impossible', () => "' OR 1=1 --"],
      ['of a person', () => ids.per],
      ['of the organization', () => ids.org],
      ['of a session', (prefix: string) => (prefix === 'ses' ? ids.key : ids.ses)],
      ['of an invitation', (prefix: string) => (prefix === 'orginv' ? ids.op : ids.orginv)],
      ['of a cloud', (prefix: string) => (prefix === 'cld' ? ids.prj : ids.cld)],
      ['of an event', (prefix: string) => (prefix === 'evt' ? ids.key : ids.evt)],
    ] as const) {
      const text = written.replace(pattern, (_, prefix) => JSON.stringify(replacement(prefix)))
      const answer = await outcome(as(organization.owner).run(use as UseCase, JSON.parse(text)))
      answers.push([kind, withoutGiven(answer)])
      const after = await rowsOf(organization.id)
      expect(
        { ...after, audit_event: [], operation: [], operation_item: [], outbox: [] },
        kind,
      ).toEqual({
        ...before,
        audit_event: [],
        operation: [],
        operation_item: [],
        outbox: [],
      })
    }
    const [, first] = answers[0] as [string, unknown]
    for (const [kind, answer] of answers) expect(answer, kind).toEqual(first)
  })
})

/** An answer but for ids that the caller gave, and what was minted meanwhile. */
const withoutGiven = (answer: unknown) =>
  JSON.parse(
    JSON.stringify(answer)
      .replace(/"[a-z]+_[0-9a-z]{20,}"|"' OR 1=1 --"/g, '"id"')
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then'),
  )

const ofEverybody = ['delete_api_key', 'read_api_key']

describe('every path with an id answers foreign, unknown, impossible and closed ones alike', () => {
  const withIds = apis.flatMap((api) =>
    api.groups
      .flatMap(({ routes }) => routes)
      .filter(({ path, open }) => path.includes('{') && !open)
      .map((route) => [`${route.method} ${api.prefix}${route.path}`, api, route] as const),
  )
  // All of it is refused, so one organization serves every path.
  let organization: TestOrganization
  let gone: TestMember
  beforeAll(async () => {
    organization = await makeOrganization()
    gone = await makeMember(organization.id)
    await as(organization.owner).run(removeMember, { memberId: gone.id })
  })
  test.each(withIds)('%s', async (_, api, route) => {
    const { id, owner } = organization
    const call = await apiOf(owner, api.prefix)
    const kinds = Object.values(foreign)
    const strange = ['ide_unknown', 'x', '%27--', '..%2f', owner.personId, id, ...kinds]
    const answers = new Set<string>()
    // Owners read and end everybody’s keys, also those of who is gone.
    const own = ofEverybody.includes(route.operationId) ? [] : [(await makeKey(gone)).id]
    for (const given of [...strange, gone.id, gone.userId, ...own]) {
      const path = route.path.replace(/\{\w+\}/g, given)
      const example = exampleCall(api, route)
      const { status, body } = await call(path + example.query, {
        method: route.method,
        ...(route.body && { body: example.body }),
      })
      answers.add(JSON.stringify([status, { ...body, instance: null }]))
    }
    expect([...answers]).toEqual([expect.stringMatching(/^\[404,/)])
  })
})
