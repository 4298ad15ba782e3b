import { originLabels } from '@/components/access/origin'
import type { HeldBack } from '@/lib/domain/held-back'
import { isolated } from '@/lib/domain/isolated'
import type { Origin, Tier } from '@/lib/domain/roles'
import type { Line } from './tree-model'

/** "You", or a name that reads in its own direction. */
export type Whose = { own: boolean; name: string }
export const who = ({ own, name }: Whose) => (own ? 'You' : isolated(name))

type Verbs = Record<Tier, readonly [own: string, other: string]>
const verbs: Record<'cloud' | 'project', Verbs> = {
  cloud: {
    owner: ['own', 'owns'],
    write: ['can make projects on', 'can make projects on'],
    readonly: ['can see', 'can see'],
  },
  project: {
    owner: ['own', 'owns'],
    write: ['can write in', 'can write in'],
    readonly: ['can read', 'can read'],
  },
}

/** "Priyanka can write in grasp-policy-rl because" */
export function becauseTitle(line: Line, whose: Whose): string {
  const { tier, name } = line.node
  const subject = who(whose)
  if (!tier)
    return `${subject} ${whose.own ? 'have' : 'has'} no access to ${isolated(name)} because`
  const [own, other] = verbs[line.on][tier]
  return `${subject} ${whose.own ? own : other} ${isolated(name)} because`
}

const heldBackWords: Record<HeldBack, string> = {
  not_started: 'not started yet',
  ended: 'ended',
  organization_owner: 'rests: organization owner',
  cloud_owner: 'adds nothing: owns the cloud',
  no_cloud_role: 'needs a role on the cloud',
  cloud_read_only: 'limited by Cloud read only',
}
/** "Direct", "You made it", "Direct, limited by Cloud read only". */
export function originText({ on, node }: Line, whose: Whose, granted: boolean): Said | null {
  const { given, origins, tier } = node
  const own = given && (granted || !tier || origins.includes(given.origin))
  const origin = own ? given.origin : origins[0]
  if (!origin) return null
  const words = {
    ...originLabels,
    ...(whose.own && { creator: 'You made it' }),
    ...(on === 'cloud' && { implicit_owner: 'Implicit, organization owner' }),
  }[origin]
  const but = own && given.heldBack ? `, ${heldBackWords[given.heldBack]}` : ''
  return { origin, words: words + but }
}
export type Said = { origin: Origin; words: string }
