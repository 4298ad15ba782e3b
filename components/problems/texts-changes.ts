import type { ProblemText } from './problem-text'

const member = '/api/v2/organization_collaborators/ide_8zk3n1vq6x4rt9m2wy7c5hpb0d'

/** About the very thing that was to be changed: it exists, and this can't happen to it now. */
export const changeTexts = {
  own_membership: {
    means: 'Nobody changes their own organization role, and nobody removes themselves.',
    remedy: ['Ask another owner to do it.'],
    detail: 'You cannot remove yourself. Another owner can.',
    instance: member,
  },
  last_owner: {
    means: 'An organization has at least one owner at all times, and this would leave it without.',
    remedy: ['Make somebody else an owner first, then try again.'],
    detail: 'Ingrid Solheim-Bjørnstad is the only owner. Make somebody else an owner first.',
    instance: member,
  },
  demote_first: {
    means: 'Owners can’t be removed at once. Taking the owner role is a step of its own.',
    remedy: ['Make the person a collaborator, then remove them in a second request.'],
    detail: 'Owners can’t be removed. Make Tom Li a collaborator first.',
    instance: member,
  },
  already_member: {
    means: 'The address belongs to a member of the organization, so there is nothing to invite.',
    remedy: ['Find the person under Users. To change what they may do, use Manage access.'],
    detail: 'tom@brightwell.example is already a member of your organization.',
    instance: '/api/v2/organization_invitations/',
  },
  domain_not_invited: {
    means:
      'Owners of the organization chose the domains that are invited, and the address is at another one. Invitations that were sent before stay.',
    remedy: [
      'Use an address at one of the domains that the sentence names.',
      'An owner can add the domain under Organization settings, Authentication.',
    ],
    detail:
      'tom@brightwell.example can’t be invited. This organization invites addresses at halden.example only.',
    instance: '/api/v2/organization_invitations/',
  },
  invitation_limit: {
    means:
      'An organization has a limit on the invitations that are pending at once, and on those sent within 24 hours.',
    remedy: [
      'The sentence in `detail` says when a place comes free.',
      'Revoke pending invitations that nobody will use.',
      'Whoever runs this server can raise the limits.',
    ],
    detail: '20 invitations are pending, which is the limit. The next place comes free on 27 Nov.',
    instance: '/api/v2/organization_invitations/',
  },
  stale: {
    means: 'Somebody changed the same thing after you opened it. Your change was not saved.',
    remedy: [
      'Look at what it is now. `context` has the version you had and the present one.',
      'If your change still makes sense, make it again.',
    ],
    detail: 'Tom Li was changed in the meantime. Nothing was saved.',
    more: { context: { expected: 3, present: 4, role: 'owner' } },
  },
  conflict: {
    means: 'The request does not go together with what is there now.',
    remedy: [
      'The sentence in `detail` says what stands against it.',
      'For a request with an Idempotency-Key: wait until the first one has ended, and use a new key for another body.',
    ],
    detail: 'This Idempotency-Key was used for another body. Use a new one.',
    instance: '/api/v2/organization_invitations/',
  },
} as const satisfies Record<string, ProblemText>
