import type { TestOrganization } from '../people'
import { inputsOfAccess } from './inputs-of-access'
import { inputsOfClouds } from './inputs-of-clouds'
import { inputsOfGrants } from './inputs-of-grants'
import { inputsOfServiceAccounts } from './inputs-of-service-accounts'
import { inputsOfTrust } from './inputs-of-trust'
import type { Ids } from './rows'

const newcomer = {
  email: 'newcomer@halden.example',
  name: 'New Comer',
  password: 'velvet harbour quiet ladder',
}

/** For every use case of an organization: an input that would do something, on the ids of that organization. */
export const inputsFor = (
  { collaborator }: Pick<TestOrganization, 'collaborator'>,
  ids: Ids,
): Record<string, unknown> => ({
  ...inputsOfPeople({
    collaborator,
    invitationId: ids.orginv,
    keyId: ids.key,
    eventId: ids.evt,
    operationId: ids.op,
  }),
  ...inputsOfClouds(ids),
  ...inputsOfGrants(ids),
  ...inputsOfAccess(ids),
  ...inputsOfTrust(ids),
  ...inputsOfServiceAccounts(ids),
})

type Given = Pick<TestOrganization, 'collaborator'> &
  Record<'invitationId' | 'keyId' | 'eventId' | 'operationId', string>

const inputsOfPeople = ({
  collaborator,
  invitationId,
  keyId,
  eventId,
  operationId,
}: Given): Record<string, unknown> => ({
  'api_key.create': { name: 'robot-bench' },
  'api_key.policy': {},
  'api_key.read': { keyId },
  'api_key.list_of_member': { memberId: collaborator.id },
  'api_key.list_own': {},
  'api_key.revoke': { keyId },
  'api_key.revoke_of_member': { keyId },
  'api_key.revoke_many': { keyIds: [keyId] },
  'event.export': {},
  'event.get': { id: eventId },
  'event.list': { about: collaborator.id },
  'invitation.get': { id: invitationId },
  'invitation.history': { id: invitationId },
  'invitation.inviters': {},
  'invitation.list': {},
  'invitation.preview': { emails: [collaborator.email] },
  'invitation.revoke': { invitationId },
  'invitation.revoke_many': { selection: { ids: [invitationId] } },
  'invitation.revoke_moot': { emails: ['secret@halden.example'] },
  'invitation.revoke_of_inviter': { memberId: collaborator.id },
  'invitation.send': { addresses: ['new.person@halden.example'] },
  'member.change_role': { memberId: collaborator.id, role: 'owner' },
  'member.change_role_many': { selection: { ids: [collaborator.id] }, role: 'owner' },
  'member.create': { people: [newcomer] },
  'member.export': { selection: { ids: [collaborator.id] } },
  'member.export_page': { selection: { ids: [collaborator.id] } },
  'member.get': { id: collaborator.id },
  'member.list': {},
  'member.neighbours': { memberId: collaborator.id },
  'member.preview_many': { selection: { ids: [collaborator.id] }, verb: 'remove' },
  'member.preview_removal': { memberId: collaborator.id },
  'member.preview_suspension': { memberId: collaborator.id },
  'member.preview_role_change': { memberId: collaborator.id, role: 'owner' },
  'member.profile': { id: collaborator.id },
  'member.remove': { memberId: collaborator.id },
  'member.remove_many': { selection: { ids: [collaborator.id] } },
  'member.restore': { memberId: collaborator.id },
  'member.restore_many': { selection: { ids: [collaborator.id] } },
  'member.suspend': { memberId: collaborator.id },
  'member.suspend_many': { selection: { ids: [collaborator.id] } },
  'member.sign_out_many': { selection: { ids: [collaborator.id] } },
  'operation.get': { operationId },
  'operation.list_items': { operationId },
  'operation.list_recent': {},
  'operation.stop': { operationId },
  'organization.current': {},
  'session.end_one': { sessionId: collaborator.caller.sessionId },
  'session.list_of_member': { memberId: collaborator.id },
  'session.end_of_member': { memberId: collaborator.id },
  'member.leave': {},
  'member.preview_leaving': {},
  'organization.details': {},
  'organization.preview_deletion': {},
  'overview.read': {},
  'policy.change': { sessionHours: 12, invitationDomains: ['halden.example'] },
  'policy.preview': { signInMethods: ['passkey'], sessionIdleMinutes: 30 },
  'policy.read': {},
  'organization.rename': { name: 'Halden Robotics AS' },
  'organization.request_deletion': { name: 'Halden Robotics' },
  'organization.stop_deletion': {},
})
