import { beforeAll, describe, expect, test } from 'vitest'
import type { UseCase } from '@/lib/kernel/define'
import { engine } from '@/lib/platform/db/engine'
import { as, eventsOf, makeOrganization, type TestOrganization } from '../people'
import { inputsFor } from './inputs'
import { idsOf, rowsOf } from './rows'
import { useCases } from './use-cases'

const ofOrganizations = useCases.filter(({ use }) => use.scope === 'organization')
let organization: TestOrganization
let inputs: Record<string, unknown>
const secrets = ['secret@halden.example', 'secret-cloud', 'secret-project', 'secret-account']

beforeAll(async () => {
  organization = await makeOrganization()
  inputs = inputsFor(organization, await idsOf(organization))
}, 120_000)

test('every use case of an organization has an input here', () => {
  expect(ofOrganizations.map(({ use }) => use.name).sort()).toEqual(Object.keys(inputs).sort())
})

describe('a stranger with another organization’s ids', () => {
  test.each(ofOrganizations.map(({ use }) => [use.name, use] as const))('%s', async (name, use) => {
    const before = await rowsOf(organization.id)
    const { stranger, owner, collaborator } = organization
    const answer = await as(stranger)
      .run(use as UseCase, inputs[name] as never)
      .catch((error: unknown) => error)
    const text = JSON.stringify(answer, (_, value) =>
      value instanceof Error ? value.message : value,
    )
    for (const secret of [organization.id, owner.id, collaborator.name, ...secrets]) {
      if (JSON.stringify(inputs[name]).includes(secret)) continue
      expect(text).not.toContain(secret)
    }
    expect(await rowsOf(organization.id)).toEqual(before)
  })
})

test('a foreign id and an unknown id get the same answer', async () => {
  const { stranger } = organization
  for (const { use } of ofOrganizations) {
    const foreign = inputs[use.name] as Record<string, unknown>
    if (!/"(ide|orginv|key|evt|op|cld|prj|rb|wl)_/.test(JSON.stringify(foreign))) continue
    const unknown = JSON.parse(
      JSON.stringify(foreign).replace(/(ide|orginv|key|evt|op|cld|prj|rb|wl)_\w+/g, '$1_unknown'),
    )
    const answers = await Promise.all(
      [foreign, unknown].map((input) =>
        as(stranger)
          .run(use as UseCase, input as never)
          .then(
            (value) => ({ value }),
            (error: Error) => ({ refused: error.message }),
          ),
      ),
    )
    expect(answers[0], use.name).toEqual(answers[1])
  }
})

test('every table with an organization_id is confined, and the audit log is insert-only', async () => {
  const { raw } = await engine()
  const tables = await raw.query<{ name: string; secured: boolean; policies: string[] }>(`
    SELECT c.relname AS name, c.relrowsecurity AS secured,
      array(SELECT polname::text FROM pg_policy p WHERE p.polrelid = c.oid ORDER BY 1) AS policies
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organization_id'
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND NOT a.attisdropped`)
  expect(tables.length).toBeGreaterThan(8)
  for (const table of tables) {
    expect(table, table.name).toMatchObject({ secured: true })
    expect(table.policies, table.name).toContain('tenant')
  }
  const writable = await raw.query(`
    SELECT grantee, privilege_type FROM information_schema.role_table_grants
    WHERE table_name = 'audit_event' AND grantee LIKE 'console_%' AND privilege_type IN ('UPDATE', 'DELETE', 'TRUNCATE')`)
  expect(writable).toEqual([])
})

test('no function that acts with more rights than its caller finds tables of the caller’s own', async () => {
  const { raw } = await engine()
  const found = await raw.query(
    `SELECT oid::regprocedure::text AS name FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace
     AND NOT coalesce(proconfig @> ARRAY['search_path=public, pg_temp'], false)`,
  )
  expect(found).toEqual([])
})

test('no event of one organization is in another’s log', async () => {
  const { stranger } = organization
  for (const event of await eventsOf(stranger.organizationId)) {
    expect(JSON.stringify([event.actor, event.subject])).not.toContain(organization.owner.id)
  }
})
