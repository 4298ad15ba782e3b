import { newId } from '@/lib/domain/id'
import { add, tellCrowd } from './large/crowd'
import { makeKey } from './large/life'
import { Names, organizationName } from './large/names'
import { type Desk, Office } from './large/office'
import { tellResources } from './large/resources'
import type { Account, Scenario } from './scenario'
import type { World } from './story/world'
import { before, DAY, MINUTE } from './times'

const SMALL = 50

/** An organization of 100,000, one of 1,000 and 200 of 50, two in a hundred of them owners; `scale` makes it smaller. */
export const large =
  (scale = 1): Scenario =>
  async (world) => {
    const sized = (count: number) => Math.max(SMALL, Math.round(count * scale))
    const big = await tell(world, ['Kestrel Logistics', 'Hedda Lund', 1095, sized(100_000)])
    const thousand = await tell(world, ['Marlowe Institute', 'Tomas Vega', 730, sized(1_000)])
    const fifty = await tell(world, [organizationName(0), 'Kim Castillo', 120, SMALL])
    for (let place = 1; place < Math.round(200 * scale); place++) {
      const founded = before(world.now, (120 + place * 3) * DAY)
      const name = organizationName(place)
      const office = new Office(world, name, known('Kim Castillo', name), founded)
      await tellCrowd(office, new Names(domainOf(name)), SMALL)
    }
    return {
      organization_id: big.id,
      thousand_id: thousand.id,
      fifty_id: fifty.id,
      owner: big.owner,
      collaborator: big.collaborator,
      owner_of_thousand: thousand.owner,
      owner_of_fifty: fifty.owner,
    }
  }

type Company = [name: string, founder: string, days: number, size: number]

/** With a founder and a collaborator who can sign in, and have a key each. */
async function tell(world: World, [name, founder, days, size]: Company) {
  const [first, second] = [known(founder, name), known('Casey Doe', name)]
  const passwords = [await world.knows(first, name), await world.knows(second, name)]
  const office = new Office(world, name, first, before(world.now, days * DAY))
  const at = before(world.now, DAY)
  const member = add(office, second, { at, requestId: newId('req'), turn: 0 })
  const account = async (desk: Desk, password: string): Promise<Account> => {
    const made = before(world.now, 2 * MINUTE)
    const { key } = await makeKey(office, desk, { name: 'first key', at: made })
    return { email: desk.member.email, password, api_key: key }
  }
  const seen = before(world.now, MINUTE)
  const owner = await account(office.deskAt(seen, 0), passwords[0] as string)
  const desk = office.signIn(member, before(world.now, 5 * MINUTE), seen)
  const collaborator = await account(desk, passwords[1] as string)
  await tellCrowd(office, new Names(domainOf(name)), size - 1)
  if (size > SMALL) await tellResources(office, size)
  return { id: office.organization.id, owner, collaborator }
}

const domainOf = (name: string) => `${name.toLowerCase().replace(' ', '-')}.example`
const known = (name: string, company: string) => ({
  name,
  email: `${name.toLowerCase().replace(' ', '.')}@${domainOf(company)}`,
})
