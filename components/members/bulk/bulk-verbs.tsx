import {
  ArrowRightLeft,
  CirclePause,
  CirclePlay,
  CircleSlash,
  History,
  UserRoundX,
} from 'lucide-react'
import type { ConsequenceGroup } from '@/components/feedback/consequence-groups'
import { formatCount, plural } from '@/lib/client/words'
import type { OrganizationRole } from '@/lib/domain/roles'
import { type Group, LeftOut } from './left-out'

export type BulkVerb = 'remove' | 'change_role' | 'sign_out' | 'suspend' | 'restore'

/** The answer of `member.preview_many`. */
export type ManyPreview = {
  total: number
  fits: number
  already: number
  leftOut: Group[]
  sessions: number
  keys: number
}

const people = (count: number) => plural(count, 'person', 'people')
const asRole = (count: number, role: OrganizationRole) => {
  if (count === 1) return `Make 1 person ${role === 'owner' ? 'an owner' : 'a collaborator'}`
  return `Make ${people(count)} ${role}s`
}

/** The button: verb and size. With "?" it is the title of the dialog. */
export function verbWords(verb: BulkVerb, count: number, role: OrganizationRole): string {
  if (verb === 'remove') return `Remove ${people(count)}`
  if (verb === 'sign_out') return `Sign out ${people(count)}`
  if (verb === 'suspend') return `Suspend ${people(count)}`
  if (verb === 'restore') return `Restore ${people(count)}`
  return asRole(count, role)
}

export const nobodyWords: Record<BulkVerb, string> = {
  remove: 'None of them can be removed',
  sign_out: 'None of them can be signed out here',
  change_role: 'No role changes',
  suspend: 'None of them can be suspended',
  restore: 'None of them is suspended',
}

/** What happens, to whom it does not, and what stays. */
export function consequencesOf(
  verb: BulkVerb,
  preview: ManyPreview,
  role: OrganizationRole,
): ConsequenceGroup[] {
  const groups: ConsequenceGroup[] = []
  const { fits, already, leftOut, sessions, keys } = preview
  if (fits > 0) {
    if (verb === 'remove') groups.push({ kind: 'ends', body: endsWith(fits, sessions, keys) })
    if (verb === 'remove') groups.push({ title: 'Goes over', icon: goesOver, body: handedToOwners })
    if (verb === 'sign_out') groups.push({ kind: 'ends', body: `${plural(sessions, 'session')}.` })
    if (verb === 'suspend') {
      groups.push({ kind: 'ends', body: `${plural(sessions, 'session')}.` })
      groups.push({ title: 'Waits', icon: waiting, body: waitsFor(keys) })
    }
    if (verb === 'restore')
      groups.push({ title: 'Works again', icon: again, body: worksAgain(keys) })
    if (verb === 'change_role' && role === 'collaborator') {
      const body = 'The rights of owners, and the invitations to the owner role that they sent.'
      groups.push({ kind: 'ends', body })
    }
  }
  if (leftOut.length > 0) {
    groups.push({
      title: 'Left out',
      icon: <UserRoundX className="text-warning-text" />,
      body: <LeftOut groups={leftOut} />,
    })
  }
  if (already > 0) {
    groups.push({
      title: 'Nothing to change',
      icon: <CircleSlash className="text-muted-foreground" />,
      body: `${formatCount(already)} ${already === 1 ? 'is' : 'are'} ${standing(verb, already, role)}.`,
    })
  }
  if (fits > 0) {
    const icon = <History className="text-muted-foreground" />
    groups.push({ title: 'Keeps', icon, body: staysWords[verb] })
  }
  return groups
}

const endsWith = (count: number, sessions: number, keys: number) =>
  `${count === 1 ? 'The membership' : `${formatCount(count)} memberships`}, ${plural(sessions, 'session')}, ${plural(keys, 'API key')}, and every role on clouds and in projects.`

const goesOver = <ArrowRightLeft className="text-muted-foreground" />
const handedToOwners =
  'Clouds and projects that they own: owners of the organization own them from then on. To make somebody else the owner, remove one by one.'

const waiting = <CirclePause className="text-muted-foreground" />
const again = <CirclePlay className="text-muted-foreground" />
const waitsFor = (keys: number) =>
  `Roles${keys > 0 ? `, and ${plural(keys, 'API key')}: refused until they are restored` : ''}. Nothing is lost.`
const worksAgain = (keys: number) =>
  `The same roles as before${keys > 0 ? `, and ${plural(keys, 'API key')} at once` : ''}. Each signs in again.`

/** How those stand to whom nothing happens. */
function standing(verb: BulkVerb, count: number, role: OrganizationRole): string {
  if (verb === 'restore') return 'not suspended'
  if (verb === 'suspend') return 'suspended already'
  if (count > 1) return `${role}s already`
  return `${role === 'owner' ? 'an owner' : 'a collaborator'} already`
}

const staysWords: Record<BulkVerb, string> = {
  remove: 'Names in the history. Whoever comes back has a new user ID and none of these roles.',
  sign_out: 'API keys, and what they are used for.',
  change_role: 'API keys and sessions.',
  suspend: 'User IDs, names and the history.',
  restore: 'Sessions that ended stay ended.',
}
