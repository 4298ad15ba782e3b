import { beforeAll, expect, test } from 'vitest'
import type { AnyQuery } from '@/lib/kernel/define'
import { listInvitations } from '@/lib/modules/invitations/queries/list-invitations'
import { listMembers } from '@/lib/modules/members/queries/list-members'
import { readOverview } from '@/lib/modules/overview/queries/read-overview'
import { listServiceAccounts } from '@/lib/modules/service-accounts/queries/list-service-accounts'
import { engine } from '@/lib/platform/db/engine'
import type { TestOrganization } from '../people'
import { ACCOUNTS, fill, SIZE } from './fill'
import { lists, looked } from './lists'
import { readsOf } from './reads'

/** A page, and the count to a thousand: of all four states for invitations. Everybody would be SIZE, twice. */
const MOST = 2_500
const mostOf = (use: AnyQuery) => (use === listInvitations ? 3.6 * MOST : MOST)
/** Of everybody who has access, and of half of them, to a thousand: each is a member and up to two roles. */
const MOST_LOOKED = 5.6 * MOST
let organization: TestOrganization

beforeAll(async () => {
  organization = await fill()
}, 180_000)

test('every list, filter and sort reads through an index, and little of it', {
  timeout: 300_000,
}, async () => {
  expect(mostOf(listInvitations)).toBeLessThan(SIZE)
  const wrong: string[] = []
  for (const [name, use, input] of lists(organization.owner.id, organization.id)) {
    const { scanned, rows } = await readsOf(use, organization.owner, input)
    if (scanned.length > 0 || rows > mostOf(use)) {
      wrong.push(
        `${name} ${JSON.stringify(input)}: ${rows} rows; ${scanned.join(', ') || 'none'} from end to end`,
      )
    }
  }
  expect(wrong).toEqual([])
})

test('who has access to a place is looked up on the way or gathered, never all of them', {
  timeout: 300_000,
}, async () => {
  const wrong: string[] = []
  for (const [name, use, input] of looked) {
    const { scanned, rows } = await readsOf(use, organization.owner, input)
    if (scanned.length > 0 || rows > MOST_LOOKED)
      wrong.push(`${name} ${JSON.stringify(input)}: ${rows} rows; ${scanned.join(', ') || 'none'}`)
  }
  expect(wrong).toEqual([])
})

test('the accounts of one creator are found by an index, those on a cloud by their own roles', async () => {
  const { raw } = await engine()
  const asked = async (input: object) => {
    const { scanned, rows } = await readsOf(listServiceAccounts, organization.owner, input)
    expect(scanned).toEqual([])
    return rows
  }
  const made = { creatorId: 'ide_fill50' }
  // of five: the membership, its keys and its roles, and the same again to count them
  expect(await asked(made)).toBeLessThan(ACCOUNTS)
  expect(await asked({ ...made, access: 'cld_fill2' })).toBeLessThan(ACCOUNTS)
  // ten thousand people are on the first cloud, and no account
  expect(await asked({ access: 'cld_fill1' })).toBeLessThan(8 * ACCOUNTS)
  await raw.query('DROP INDEX service_account_created_by')
  const without = await readsOf(listServiceAccounts, organization.owner, made)
  await raw.query(
    'CREATE INDEX service_account_created_by ON service_account (organization_id, created_by_id)',
  )
  expect(without.scanned.length > 0 || without.rows > ACCOUNTS).toBe(true)
})

test('the overview counts days and needs off indexes, no event or membership twice', async () => {
  const { raw } = await engine()
  const { scanned, rows } = await readsOf(readOverview, organization.owner)
  expect(scanned).toEqual([])
  // every event of the fill is one of those that are counted
  expect(rows).toBeLessThan(2 * SIZE)
  await raw.query('DROP INDEX membership_went')
  const without = await readsOf(readOverview, organization.owner)
  await raw.query(
    `CREATE INDEX membership_went ON membership (organization_id, ended_at) WHERE ended_at IS NOT NULL AND kind = 'person'`,
  )
  expect(without.scanned.length > 0 || without.rows > 2 * SIZE).toBe(true)
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
