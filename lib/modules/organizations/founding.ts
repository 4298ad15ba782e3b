import { newMembership } from '@/lib/modules/members/member'
import { newOrganization } from './organization'

type Founder = { personId: string; email: string; name: string }

/** The rows of a new organization and its first owner, and what both logs begin with. */
export function founding(organizationName: string, founder: Founder, now: Date) {
  const organization = newOrganization(organizationName, now)
  const { id: organizationId } = organization
  const standing = { role: 'owner', source: 'founder' } as const
  const member = newMembership({ ...founder, ...standing, organizationId, now })
  const { email, name } = founder
  const actor = { kind: 'member', id: member.id, name, email } as const
  const created = {
    organizationId,
    actor,
    subject: { kind: 'organization', id: organizationId, label: organizationName },
    after: { name: organizationName },
  } as const
  const joined = {
    event: 'member.joined',
    organizationId,
    actor,
    subject: { kind: 'member', id: member.id, label: name },
    after: { email, ...standing },
  } as const
  return { organization, member, events: [created, joined] as const }
}
