import { ingrid, priyanka, siobhan } from './demo/cast'
import { tellHalden } from './demo/halden'
import { solveig, tellNordlys } from './demo/nordlys'
import type { Scenario } from './scenario'

/** An organization that looks real, with ten months of history, and a small one beside it. */
export const demo: Scenario = async (world) => {
  const known = [ingrid, siobhan, priyanka]
  const passwords = new Map<string, string>()
  for (const who of known) passwords.set(who.email, await world.knows(who, 'Halden Robotics'))
  passwords.set(solveig.email, await world.knows(solveig, 'Nordlys Labs'))
  const keys = await tellHalden(world, known)
  keys.set(solveig.email, await tellNordlys(world))
  const account = ({ email }: { email: string }) => ({
    email,
    password: passwords.get(email) as string,
    api_key: keys.get(email) as string,
  })
  return {
    organization_id: world.rows.organizations[0]?.id as string,
    owner: account(ingrid),
    second_owner: account(siobhan),
    collaborator: account(priyanka),
    stranger: account(solveig),
  }
}
