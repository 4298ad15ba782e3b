'use client'
import { RoleChip } from '@/components/access/role-chip'
import { StatusDot } from '@/components/access/status-dot'
import { PageSection } from '@/components/layout/page'
import { SecondFactor } from '@/components/members/member-factor'
import { sourceLabels } from '@/components/members/members-words'
import { Time } from '@/components/ui/time'
import { Copied, Fact } from './fact'
import type { Profile } from './person-queries'

const kinds = { person: 'Person', service_account: 'Service account' }

/** Facts and ids, for the rail. */
export const IdentityFacts = ({ profile: { member, invitedBy, terms } }: { profile: Profile }) => (
  <PageSection title="Identity">
    <dl className="divide-y divide-border-subtle">
      <Fact name="Status">
        <Status member={member} />
      </Fact>
      <Fact name="Kind">{kinds[member.kind]}</Fact>
      <Fact name="Role">
        <RoleChip role={member.role} />
      </Fact>
      {member.kind === 'person' && !member.endedAt && (
        <Fact name="MFA">
          <SecondFactor member={member} />
        </Fact>
      )}
      <Fact name="Source">{sourceLabels[member.source]}</Fact>
      {invitedBy && (
        <Fact name="Invited by">
          <bdi className="[overflow-wrap:anywhere]">{invitedBy.name}</bdi>
        </Fact>
      )}
      <Fact name="Joined">
        <Time at={member.createdAt} />
      </Fact>
      <Fact name="Last active">
        <Time at={member.lastActiveAt} />
      </Fact>
      {terms.map(({ document, version, acceptedAt }) => (
        <Fact key={document} name={document === 'privacy' ? 'Privacy' : 'Terms'}>
          <span>
            Version {version}, accepted <Time at={acceptedAt} />
          </span>
        </Fact>
      ))}
      <Copied name="User ID" value={member.userId} />
      <Copied name="Identity ID" value={member.id} />
    </dl>
  </PageSection>
)

function Status({ member }: Pick<Profile, 'member'>) {
  if (member.endedAt) return <StatusDot tone="destructive">Removed</StatusDot>
  if (member.suspendedAt) return <StatusDot tone="warning">Suspended</StatusDot>
  if (member.lastActiveAt === null) return <StatusDot tone="waiting">Not signed in yet</StatusDot>
  return <StatusDot tone="success">Active</StatusDot>
}
