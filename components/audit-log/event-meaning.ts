import type { EventName } from '@/lib/domain/events'
import { type Entry, permissions } from '@/lib/domain/permissions'
import type { AuditEvent } from '@/lib/modules/audit/event'
import { gain, loss, type Meaning, nobody, same } from './meaning'
import { resourceMeanings } from './resource-meanings'
import { tokenMeanings } from './token-words'

type Tell = (event: AuditEvent) => Meaning[]

/** What owners may do and collaborators may not, by the policy itself. */
const ownersOnly = Object.values<Entry>(permissions)
  .filter(
    (entry) =>
      entry.level === 'organization' && !entry.grants.organization.includes('collaborator'),
  )
  .map(({ label }) => label)

const some = `${ownersOnly.length} things that only owners may, such as change organization roles, invite and remove people`
const count = (value: unknown, one: string) =>
  typeof value === 'number' && value > 0 ? `${value} ${one}${value === 1 ? '' : 's'}` : null

const joined: Tell = ({ after }) => [
  gain('See their own access and make API keys'),
  ...(after?.role === 'owner' ? [gain(`Do ${some}`)] : []),
  ...(after?.cloudCount
    ? [gain(`Reach ${count(after.cloudCount, 'cloud')} that everybody is on`)]
    : []),
]

function ended({ after }: AuditEvent): Meaning[] {
  const parts = [
    count(after?.sessions, 'session'),
    count(after?.keys, 'API key'),
    count(after?.invitations, 'invitation'),
  ].filter(Boolean)
  return [
    loss('All access to this organization, at the next request'),
    ...(parts.length > 0 ? [loss(`${parts.join(', ')} ended`)] : []),
  ]
}

const nothing: Tell = () => []

/** What an event means for access. Every event has an answer, if only an empty one. */
const meanings: Record<EventName, Tell> = {
  ...resourceMeanings,
  ...tokenMeanings,
  'organization.created': nothing,
  'organization.renamed': nobody,
  'organization.policy_changed': ({ after }) => {
    const sessions = count(after?.sessions, 'session')
    const ended = count(after?.keysEnded, 'API key')
    const sooner = count(after?.keysShortened, 'API key')
    return [
      ...(sessions ? [loss(`${sessions} ended at once`)] : []),
      ...(ended ? [loss(`${ended} ended at once`)] : []),
      ...(sooner ? [loss(`${sooner} got an earlier end`)] : []),
      ...(after?.keyRanges
        ? [same('API keys are refused from other addresses; console sessions are not')]
        : []),
      same(ended || sooner ? 'Roles stay as they are' : 'Roles and API keys stay as they are'),
    ]
  },
  'organization.deletion_requested': () => [
    same('Everything works until the deletion is carried out'),
  ],
  'organization.deletion_reminded': () => [
    same('Everything works until the deletion is carried out'),
  ],
  'organization.deletion_stopped': () => [same('Nothing will be deleted')],
  'member.joined': joined,
  'member.role_changed': ({ after }) =>
    after?.role === 'owner'
      ? [gain(`Do ${some}`), same('Keys and sessions stay')]
      : [
          loss(`Do ${some}`),
          loss('Invitations to the owner role that they had sent'),
          same('Keys and sessions stay'),
        ],
  'member.limits_changed': () => [
    same('What deny roles name is taken away whatever the role, from owners too'),
  ],
  'member.removed': ended,
  'member.suspended': ({ after }) => [
    loss('All access to this organization, at the next request'),
    ...(count(after?.sessions, 'session')
      ? [loss(`${count(after?.sessions, 'session')} ended`)]
      : []),
    same('Role and API keys wait, and come back as they were when restored'),
  ],
  'member.restored': () => [
    gain('The same access as before the suspension, API keys too'),
    same('Ended sessions stay ended: one signs in again'),
  ],
  'member.left': ended,
  'member.renamed': nobody,
  'member.password_changed': () => [
    loss('Every other session of theirs, in every organization'),
    same('API keys stay'),
  ],
  'member.email_changed': () => [
    same('Nobody’s access changed; they sign in with the new address'),
  ],
  'member.reset_link_made': () => [
    same('Whoever has the link may set a new password, once, for 30 minutes'),
  ],
  'member.exported': () => [same('A file with names and email addresses left the console')],
  'invitation.sent': () => [same('Nobody has access until it is accepted')],
  'invitation.accepted': () => [same('The invitation is used up; its link works no more')],
  'invitation.revoked': () => [loss('The link of the invitation works no more')],
  'api_key.created': () => [gain('Programs with the key may do what its owner may')],
  'api_key.login_allowed': () => [
    gain('The program that waits gets a key, once, within ten minutes'),
  ],
  'api_key.login_refused': () => [same('The program that waited gets no key')],
  'api_key.rotated': () => [
    same('The new key may do what the old one may'),
    loss('The old key is refused after its last hours'),
  ],
  'api_key.revoked': () => [loss('The key is refused from its next use on')],
  'api_key.end_warned': () => [same('The key works until its end')],
  'session.started': () => [gain('Use the console until the session ends')],
  'session.ended': () => [loss('The session is refused from its next request on')],
  'session.confirmed': () => [gain('Do risky things in this session for ten minutes')],
  'factor.added': () => [gain('Confirm sign-ins with it')],
  'factor.renamed': nobody,
  'factor.removed': () => [loss('Sign-ins can’t be confirmed with it any more')],
  'recovery_codes.made': () => [
    gain('Confirm one sign-in with each of the new codes'),
    loss('Recovery codes made before work no more'),
  ],
  'operation.started': () => [
    same('Each item was decided at its own moment and has its own event'),
  ],
  'operation.stopped': () => [same('What was done stays; what was waiting is left out')],
  'audit.exported': () => [same('A file with the events left the console')],
  'terms.accepted': () => [gain('Use the console, in every organization')],
  'access.denied': () => [
    same('Nothing was changed. Further tries within the minute are this event'),
  ],
}

export const meaningOf = (event: AuditEvent): Meaning[] =>
  (meanings[event.event as EventName] as Tell | undefined)?.(event) ?? []
