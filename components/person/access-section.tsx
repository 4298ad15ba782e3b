'use client'
import { RightGroups } from '@/components/access/right-groups'
import { useViewer } from '@/components/access/viewer'
import { PageSection } from '@/components/layout/page'
import { lockedReason } from '@/components/members/role-choice'
import { sentence } from '@/components/my-access/right-words'
import { RoleFacts } from '@/components/my-access/role-facts'
import { rightsWith } from '@/lib/domain/rights'
import { roleLabels } from '@/lib/domain/roles'
import { removalDenial } from '@/lib/modules/members/member-rules'
import type { Profile } from './person-queries'

/** The role in the organization, where it comes from, and what it permits in the words of the policy table. */
export function AccessSection({ profile: { member, owners } }: { profile: Profile }) {
  const { identityId } = useViewer()
  const { role, source, createdAt } = member
  const rights = rightsWith({ organizationRole: role })
  const allowed = rights.filter((right) => right.allowed).length
  const gone = member.endedAt !== null
  return (
    <PageSection title="Access">
      <RoleFacts access={{ role, source, joinedAt: createdAt }} origin="Where it comes from" />
      {member.id === identityId && <OwnLimits member={member} owners={owners} />}
      <div className="mt-5 mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="font-medium">
          What {roleLabels[role]} {gone ? 'permitted' : 'permits'}
        </h3>
        <p className="text-muted-foreground">
          {allowed} of {rights.length} allowed
        </p>
      </div>
      <RightGroups rights={rights} say={sentence} open="none" />
    </PageSection>
  )
}

/** What one may not do to oneself, and who can. */
function OwnLimits({ member, owners }: Pick<Profile, 'member' | 'owners'>) {
  const standing = { selfId: member.id, owners }
  const reasons = [
    lockedReason(member, standing),
    removalDenial(member, standing)?.detail ?? null,
  ].filter((reason) => reason !== null)
  return (
    <ul className="mt-3 flex flex-col gap-0.5 text-foreground-2">
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  )
}
