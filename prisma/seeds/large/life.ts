import { permissions } from '@/lib/domain/permissions'
import { keyFacts, keySubject, newApiKey } from '@/lib/modules/api-keys/api-key'
import { DAY_SECONDS } from '@/lib/modules/api-keys/api-key-rules'
import type { Dice } from '../dice'
import type { KeyRow, MemberRow } from '../story/rows'
import { DAY, HOUR, later, MINUTE } from '../times'
import type { Desk, Office } from './office'

const keyNames = ['laptop', 'notebooks', 'terraform', 'ci', 'nightly export', 'training', 'backup']

/** What somebody did since joining: nothing at all, one visit or two; some made keys, some tried too much. */
export async function visit(office: Office, member: MemberRow, chance: Dice): Promise<void> {
  const { world } = office
  if (member.source === 'owner' && chance.chance(0.12)) return
  const most = +world.now - 2 * MINUTE
  const stay = () => chance.between(5 * MINUTE, 9 * HOUR)
  const early = +member.createdAt + chance.between(MINUTE, 2 * DAY)
  const recent = most - chance.between(0, chance.chance(0.15) ? 13 * DAY : most - early)
  for (const at of chance.chance(0.3) ? [early, recent] : [recent]) {
    if (at > most || at <= +member.createdAt) continue
    const seen = Math.min(at + stay(), most)
    const desk = office.signIn(member, new Date(at), new Date(seen))
    if (chance.chance(0.08)) await chancedKey(office, desk, chance)
    if (member.role !== 'owner' && chance.chance(0.01)) deny(office, desk)
    if (chance.chance(0.35)) signOut(office, desk)
  }
}

async function chancedKey(office: Office, desk: Desk, chance: Dice): Promise<void> {
  const { createdAt, lastActiveAt } = desk.session
  const usedAt = chance.chance(0.7) ? lastActiveAt : null
  const { row } = await makeKey(office, desk, {
    name: chance.pick(keyNames),
    at: createdAt,
    usedAt,
  })
  if (chance.chance(0.85)) return
  row.revokedAt = lastActiveAt
  office.tell(lastActiveAt, desk, {
    event: 'api_key.revoked',
    subject: keySubject(row, desk.member),
    before: keyFacts(row, desk.member),
    after: { because: 'revoked' },
  })
}

type Making = { name: string; at: Date; usedAt?: Date | null }

/** A key for thirty days. */
export async function makeKey(office: Office, desk: Desk, { name, at, usedAt = null }: Making) {
  const { member } = desk
  const made = await newApiKey({
    membershipId: member.id,
    name,
    seconds: 30 * DAY_SECONDS,
    now: at,
  })
  const { organizationId } = member
  const used = { lastUsedAt: usedAt, revokedAt: null }
  const row: KeyRow = { ...made.row, organizationId, ...used }
  office.world.rows.apiKeys.push(row)
  office.tell(at, desk, {
    event: 'api_key.created',
    subject: keySubject(row, member),
    after: keyFacts(row, member),
  })
  return { key: made.key, row }
}

function signOut(office: Office, desk: Desk): void {
  const { member, session } = desk
  Object.assign(session, { endedAt: session.lastActiveAt, endedBecause: 'signed_out' })
  const subject = { kind: 'session', id: session.id, label: member.name, of: member.id } as const
  const after = { because: 'signed_out' }
  office.tell(session.lastActiveAt, desk, { event: 'session.ended', subject, after })
}

function deny(office: Office, desk: Desk): void {
  const { member, session } = desk
  const at = later(session.createdAt, new Date(+session.lastActiveAt - MINUTE))
  const id = 'member.remove'
  office.tell(at, desk, {
    event: 'access.denied',
    result: 'denied',
    subject: { kind: 'permission', id, label: permissions[id].label },
    foldKey: `${member.id}:${id}:${Math.floor(+at / MINUTE)}`,
  })
}
