import { newId } from '@/lib/domain/id'
import { type Dice, dice } from '../dice'
import type { MemberRow } from '../story/rows'
import type { Known } from '../story/world'
import { DAY, HOUR, inOffice, later, MINUTE } from '../times'
import { joinByInvitation, offer } from './invitations'
import { visit } from './life'
import type { Names } from './names'
import { joined, type Office } from './office'
import { tellRemovals } from './removals'

const ADMINS = 20
const PIECE = 1_000 // members between two writings

/** Everybody but the founder: each fiftieth an owner, three in a hundred by invitation, the rest added by owners. */
export async function tellCrowd(office: Office, names: Names, size: number): Promise<void> {
  const { world, start } = office
  const batch = Math.min(100, Math.ceil(size / 20))
  const span = +world.now - +start - 3 * HOUR
  let admins = 0
  await tellRemovals(office, names, size)
  await offer(office, names, size)
  let requestId = newId('req')
  for (let place = 1; place < size; place++) {
    const chance = dice(office.organization.name, String(place))
    const who = names.next(chance)
    const moment = (at: number) => momentOf(start, span * Math.sqrt(at / size))
    const invited = place % 33 === 7 && joinByInvitation(office, who, moment(place), chance)
    const at = moment(place - (place % batch) || 1)
    if (place % batch === 0) requestId = newId('req')
    const member = invited || add(office, who, { at, requestId, turn: Math.floor(place / batch) })
    const promoted = place % 50 === 0 ? promote(office, member, chance, place) : null
    if (promoted && admins++ < ADMINS) office.sitDown(member, promoted)
    else await visit(office, member, chance)
    if (place % PIECE === 0) await world.flush()
  }
  await world.flush()
}

/** While an office is open, and never before the organization had somebody signed in. */
export const momentOf = (start: Date, after: number): Date =>
  later(inOffice(new Date(+start + after)), new Date(+start + 10 * MINUTE))

type Batch = { at: Date; requestId: string; turn: number }

/** An owner adds somebody, among others of the same call. */
export function add(office: Office, who: Known, { at, requestId, turn }: Batch) {
  const member = office.join(who, at, { source: 'owner' })
  office.tell(at, office.deskAt(at, turn), joined(member), { requestId })
  return member
}

function promote(office: Office, member: MemberRow, chance: Dice, turn: number): Date {
  const at = new Date(
    Math.min(+member.createdAt + chance.between(HOUR, 3 * DAY), +office.world.now - 2 * MINUTE),
  )
  office.tell(at, office.deskAt(at, turn), {
    event: 'member.role_changed',
    subject: { kind: 'member', id: member.id, label: member.name },
    before: { role: member.role },
    after: { role: 'owner' },
  })
  Object.assign(member, { role: 'owner', version: member.version + 1 })
  return at
}
