import { beforeAll, expect, test } from 'vitest'
import type { AnyQuery } from '@/lib/kernel/define'
import { listInvitations } from '@/lib/modules/invitations/queries/list-invitations'
import { listMembers } from '@/lib/modules/members/queries/list-members'
import { engine } from '@/lib/platform/db/engine'
import type { TestOrganization } from '../people'
import { fill, SIZE } from './fill'
import { lists } from './lists'
import { readsOf } from './reads'

/** A page, and the count to a thousand: of all four states for invitations. Everybody would be SIZE, twice. */
const MOST = 2_500
const mostOf = (use: AnyQuery) => (use === listInvitations ? 3.6 * MOST : MOST)
let organization: TestOrganization

beforeAll(async () => {
  organization = await fill()
}, 180_000)

test('every list, filter and sort reads through an index, and little of it', {
  timeout: 300_000,
}, async () => {
  expect(mostOf(listInvitations)).toBeLessThan(SIZE)
  const wrong: string[] = []
  for (const [name, use, input] of lists(organization.owner.id)) {
    const { scanned, rows } = await readsOf(use, organization.owner, input)
    if (scanned.length > 0 || rows > mostOf(use)) {
      wrong.push(
        `${name} ${JSON.stringify(input)}: ${rows} rows; ${scanned.join(', ') || 'none'} from end to end`,
      )
    }
  }
  expect(wrong).toEqual([])
})

test('that is seen when an index is missing', async () => {
  const { raw } = await engine()
  const [row] = await raw.query<{ made: string }>(
    `SELECT pg_get_indexdef('membership_by_email'::regclass) AS made`,
  )
  await raw.query('DROP INDEX membership_by_email')
  const { rows } = await readsOf(listMembers, organization.owner, { sort: 'email' })
  await raw.query(row?.made as string)
  expect(rows).toBeGreaterThan(MOST)
})
