import { dice } from '../dice'
import { makeKey } from '../story/credentials'
import { History } from '../story/history'
import { add } from '../story/members'
import { Timeline } from '../story/timeline'
import type { Known, World } from '../story/world'
import { before, DAY, inOffice, MINUTE } from '../times'
import { tellAccounts } from './accounts'
import * as cast from './cast'
import { tellKeys } from './keys'
import { tellOffers } from './offers'
import { tellResources } from './resources'
import { tellRemoval, tellRoles } from './roles'
import { type Place, settle, visit } from './settle'

/** Ten months of Halden Robotics: 120 people, and those who left. Returns the keys of those who sign in. */
export async function tellHalden(world: World, signIn: Known[]): Promise<Map<string, string>> {
  const { now } = world
  const founded = inOffice(before(now, 300 * DAY))
  const history = new History(world, 'Halden Robotics', cast.ingrid, founded)
  const timeline = new Timeline(now)
  const inviter = (email: string) => {
    const chance = dice('inviter', email)
    const owners = history.owners().map((owner) => owner.email)
    if (chance.chance(0.35)) return cast.ingrid.email
    return chance.pick(owners.filter((owner) => cast.recruiters.includes(owner)))
  }
  const place: Place = { history, timeline, now, inviter }

  const { email } = cast.ingrid
  visit(place, { email, joined: founded, seen: before(now, MINUTE), often: true })
  for (const who of cast.present) {
    if (cast.added.has(who.email)) tellAdded(place, who)
    else settle(place, { who, ...manner(who.email) })
  }
  for (const who of cast.former) {
    const left = tellRemoval(place, who.email, who.seen ?? 0)
    settle(place, { who, ...manner(who.email), left })
  }
  tellRoles(place)
  tellOffers(place)
  tellKeys(place)
  tellResources(place, tellAccounts(place))
  const keys = new Map<string, string>()
  for (const { email } of signIn) {
    timeline.at(before(now, 2.4 * DAY), async (at) => {
      keys.set(email, (await makeKey(history, { email, name: 'laptop' }, at)).key)
    })
  }
  await timeline.play()
  return keys
}

/** Added by an owner with a first password, and not seen since. */
function tellAdded({ history, timeline, now }: Place, who: Known) {
  const at = inOffice(before(now, dice('added', who.email).between(1, 20) * DAY))
  timeline.at(at, (at) => add(history, cast.ingrid.email, who, at))
}

/** What is not left to chance about how somebody joined. */
function manner(email: string) {
  const owner = email === cast.maximiliano || email === cast.casper
  // Somebody who belongs to two organizations, or came back, has the one account of a proven address.
  const proven = email === cast.tom || email.startsWith('mirela.')
  return {
    role: owner ? ('owner' as const) : undefined,
    delivery: proven ? ('mail' as const) : undefined,
    often: cast.busy.has(email),
  }
}
