import type { OrganizationRole } from '@/lib/domain/roles'
import type { Delivery } from '@/lib/modules/invitations/invitation'
import { invite, revoke } from '../story/invitations'
import { before, DAY, HOUR, inOffice } from '../times'
import { casper, ingrid, maximiliano, siobhan } from './cast'
import type { Place } from './settle'

type Pending = {
  email: string
  by: string
  /** Hours until it ends. */
  left: number
  role?: OrganizationRole
  delivery?: Delivery
  failure?: string
}

const halden = (local: string) => `${local}@halden.example`
const brightwell = (local: string) => `${local}@brightwell-consulting.example`

const pending: Pending[] = [
  { email: halden('tomasz.wisniewski'), by: ingrid.email, left: 3 },
  { email: halden('rukmini.subramaniam'), by: ingrid.email, left: 3.01 },
  {
    email: brightwell('contracts'),
    by: siobhan.email,
    left: 22,
    failure: 'Message refused: 550 5.1.1 no such mailbox.',
  },
  { email: brightwell('lena.vogt'), by: ingrid.email, left: 68 },
  { email: '花子.山田@例え.example', by: maximiliano, left: 92, delivery: 'link' },
  { email: halden('samuel.okonkwo-whitfield'), by: maximiliano, left: 117, role: 'owner' },
  { email: halden('bartholomew.featherstonehaugh'), by: ingrid.email, left: 143, delivery: 'link' },
  { email: halden('haruto.sato'), by: ingrid.email, left: 163 },
  { email: halden('ines.carvalho'), by: ingrid.email, left: 163.01, delivery: 'link' },
]

/** Days since they were sent; two of these people joined by a later invitation. */
const expired: [email: string, days: number][] = [
  [halden('analucia.goncalves'), 70],
  [halden('grace.adeyemi'), 52],
  [halden('k.lindqvist'), 11],
  [brightwell('accounts'), 14],
  [halden('yara.elmasri'), 17],
  [halden('peter-jan.devries'), 23],
  [brightwell('freya.nilsen'), 29],
  [halden('ruairi.macaodhagain'), 36],
  ['jun.ishikawa@例え.example', 41],
  [halden('sophie.charpentier'), 47],
  [brightwell('o.adeleke'), 55],
  [halden('milos.petrovic'), 63],
  [halden('internship.2026'), 78],
  [halden('dominik.nowak'), 85],
]

/** Invitations that nobody used: pending, expired, revoked. */
export function tellOffers(place: Place): void {
  const { history, timeline, now, inviter } = place
  for (const { left, ...offer } of pending) {
    const sent = before(now, 7 * DAY - left * HOUR)
    timeline.at(sent, (at) => invite(history, offer, at))
  }
  for (const [email, days] of expired) {
    const sent = inOffice(before(now, days * DAY))
    timeline.at(sent, (at) => invite(history, { by: inviter(email), email }, at))
  }
  const onTime = (days: number) => inOffice(before(now, days * DAY))

  const wrong = halden('ingird.solheim')
  timeline.at(onTime(24), (at) => invite(history, { by: siobhan.email, email: wrong }, at))
  timeline.at(onTime(20.5), (at) => revoke(history, ingrid.email, wrong, at))
  // The one above replaces it.
  const lena = brightwell('lena.vogt')
  timeline.at(before(now, 5.2 * DAY), (at) =>
    invite(history, { by: siobhan.email, email: lena }, at),
  )
  // Ends when Casper is made a collaborator.
  const board = brightwell('board')
  timeline.at(onTime(52), (at) => invite(history, { by: casper, email: board, role: 'owner' }, at))
}
