import 'server-only'
import type { z } from 'zod'
import { deletionOf } from '@/lib/modules/organizations/organization'
import { factorDueAt, noPolicy, type PolicyValues } from '@/lib/modules/policy/policy-rules'
import type { ReadDb } from '@/lib/platform/db/doors'
import { organizationRow } from '@/lib/platform/db/organization-row'
import { policyRow } from '@/lib/platform/db/policy-row'
import type { Need, NeedKind, Overview } from '../overview'
import { countedInvitations, countedPeople } from './counted'

type Found = z.input<typeof Need>
type Asked = { db: ReadDb; now: Date }

/** What waits for an owner. Each filter is the one that the link of the need sets. */
export async function readNeeds({ db, now }: Asked) {
  const { factor, withoutFactor } = await factors({ db, now })
  const found = [
    await deletion(db),
    await mailFailed({ db, now }),
    factor,
    await keysEnding({ db, now }),
    await invitationsEnding({ db, now }),
    await ownersIdle({ db, now }),
  ]
  return {
    needs: found.filter((need) => need !== null && need.count > 0) as Found[],
    withoutFactor,
  }
}

type Counted<Row> = { count: number; more: boolean; rows: Row[] }
const need = <Row>(
  kind: NeedKind,
  { count, more, rows }: Counted<Row>,
  nameOf: (row: Row) => string,
  at: Date | null = null,
): Found => ({ kind, count, more, first: rows.map(nameOf), at })

async function deletion(db: ReadDb): Promise<Found | null> {
  const coming = deletionOf(await organizationRow(db))
  if (!coming) return null
  const { dueAt, requestedBy } = coming
  return { kind: 'deletion', count: 1, more: false, first: [requestedBy.name], at: dueAt }
}

async function mailFailed({ db, now }: Asked) {
  const failed = await countedInvitations(db, { deliveries: ['failed'] }, now)
  return need('mail_failed', failed, ({ email }) => email)
}

async function invitationsEnding({ db, now }: Asked) {
  const ending = await countedInvitations(db, { ends: 'soon' }, now)
  return need('invitations_ending', ending, ({ email }) => email, ending.rows[0]?.expiresAt)
}

/** By joining: whoever has been there longest is asked first (factorDueAt). */
async function factors({ db, now }: Asked): Promise<{
  factor: Found | null
  withoutFactor: z.input<typeof Overview>['withoutFactor']
}> {
  const row = await policyRow(db)
  const demand = { ...noPolicy, secondFactorSince: null, ...(row as PolicyValues | null) }
  const without = await countedPeople(db, { kind: 'person', factor: 'off' }, now, 'joined')
  const first = without.rows[0]
  const due = first ? factorDueAt(demand, first.createdAt) : null
  if (due) {
    return {
      factor: need('factor_missing', without, ({ name }) => name, due),
      withoutFactor: null,
    }
  }
  const { count, more, rows } = without
  return { factor: null, withoutFactor: { count, more, first: rows.map(({ name }) => name) } }
}

async function keysEnding({ db, now }: Asked) {
  const people = await countedPeople(db, { kind: 'person', keys: 'ending' }, now)
  const first =
    people.count > 0 &&
    (await db.apiKey.findFirst({
      where: { revokedAt: null, expiresAt: { gt: now } },
      orderBy: { expiresAt: 'asc' },
      select: { expiresAt: true },
    }))
  return need('keys_ending', people, ({ name }) => name, first ? first.expiresAt : null)
}

/** Whoever became a member since has had no time to be idle for so long. */
async function ownersIdle({ db, now }: Asked) {
  const idle = { roles: ['owner' as const], active: 'over-90d', joined: 'over-90d' }
  return need('owners_idle', await countedPeople(db, idle, now), ({ name }) => name)
}
