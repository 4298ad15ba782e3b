import { makeKey } from '../story/credentials'
import { History } from '../story/history'
import { invite } from '../story/invitations'
import { changeRole } from '../story/members'
import { Timeline } from '../story/timeline'
import type { Known, World } from '../story/world'
import { before, DAY, HOUR, inOffice } from '../times'
import { roster } from './roster'
import { type Place, settle, visit } from './settle'

export const solveig = { name: 'Solveig Aune', email: 'solveig.aune@nordlys.example' }

const people = roster(`
Mattias Ekdahl · mattias.ekdahl@nordlys.example · 58 · 2h
Riina Kallas · riina.kallas@nordlys.example · 57
이수빈 · subin.lee@nordlys.example · 44
Bjarki Steinsson · bjarki.steinsson@nordlys.example · 40
Tom Li · tom@brightwell-consulting.example · 36 · 6d
Amélie Rousseau · amelie.rousseau@nordlys.example · 25
Danuta Kowalczyk · danuta.kowalczyk@nordlys.example · 12
`)

/** The other organization of the demo: small, young, and with one person of the first. Returns its owner's key. */
export async function tellNordlys(world: World): Promise<string> {
  const { now } = world
  const founded = inOffice(before(now, 64 * DAY))
  const history = new History(world, 'Nordlys Labs', solveig, founded)
  const timeline = new Timeline(now)
  const by: Known['email'] = solveig.email
  const place: Place = { history, timeline, now, inviter: () => by }
  visit(place, { email: by, joined: founded, seen: before(now, 3 * HOUR), often: true })
  for (const who of people) {
    const delivery = who.name === 'Tom Li' ? ('mail' as const) : undefined
    settle(place, { who, delivery })
  }
  const mattias = 'mattias.ekdahl@nordlys.example'
  timeline.at(inOffice(before(now, 50 * DAY)), (at) =>
    changeRole(history, by, mattias, 'owner', at),
  )
  timeline.at(before(now, 2 * DAY), (at) =>
    invite(history, { by, email: 'office@nordlys.example', delivery: 'link' }, at),
  )
  let key = ''
  timeline.at(before(now, 1.6 * DAY), async (at) => {
    key = (await makeKey(history, { email: by, name: 'laptop' }, at)).key
  })
  await timeline.play()
  return key
}
