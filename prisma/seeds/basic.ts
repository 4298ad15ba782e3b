import { ingrid, priyanka, siobhan } from './demo/cast'
import { solveig } from './demo/nordlys'
import type { Account, Scenario } from './scenario'
import { makeKey, signIn, signOut } from './story/credentials'
import { History } from './story/history'
import { accept, invite } from './story/invitations'
import type { Known } from './story/world'
import { before, DAY, MINUTE } from './times'

/** Three people and a stranger. Days old, so that the limits on invitations are untouched, and nobody is signed in. */
export const basic: Scenario = async (world) => {
  const start = before(world.now, 3 * DAY)
  const after = (minutes: number) => new Date(start.getTime() + minutes * MINUTE)
  const passwords = new Map<string, string>()
  for (const who of [ingrid, siobhan, priyanka]) {
    passwords.set(who.email, await world.knows(who, 'Halden Robotics'))
  }
  passwords.set(solveig.email, await world.knows(solveig, 'Nordlys Labs'))
  const visit = (history: History, who: Known, minute: number): Promise<Account> =>
    visitOnce(history, who, passwords.get(who.email) as string, after(minute))

  const halden = new History(world, 'Halden Robotics', ingrid, after(0))
  const owner = await visit(halden, ingrid, 1)
  const offer = { by: ingrid.email, delivery: 'link' } as const
  invite(halden, { ...offer, email: siobhan.email, role: 'owner' }, after(2))
  accept(halden, siobhan, after(30))
  const second_owner = await visit(halden, siobhan, 31)
  invite(halden, { ...offer, email: priyanka.email }, after(3))
  accept(halden, priyanka, after(60))
  const collaborator = await visit(halden, priyanka, 61)
  const nordlys = new History(world, 'Nordlys Labs', solveig, after(90))
  const stranger = await visit(nordlys, solveig, 91)
  return { organization_id: halden.organization.id, owner, second_owner, collaborator, stranger }
}

/** Signs in, makes a key, and out again ten minutes later. */
async function visitOnce(history: History, { email }: Known, password: string, start: Date) {
  const minutes = (count: number) => new Date(start.getTime() + count * MINUTE)
  signIn(history, email, { start, seen: minutes(10) })
  const { key } = await makeKey(history, { email, name: 'first key' }, minutes(1))
  signOut(history, email, start, minutes(10))
  return { email, password, api_key: key }
}
