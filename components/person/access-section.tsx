'use client'
import { useQueryState } from 'nuqs'
import { RightGroups } from '@/components/access/right-groups'
import { useViewer } from '@/components/access/viewer'
import { HeldTree } from '@/components/access-tree/held-tree'
import { ViewSwitch, viewParser } from '@/components/access-tree/view-switch'
import { PageSection } from '@/components/layout/page'
import { lockedReason } from '@/components/members/role-choice'
import { joinedWords } from '@/components/my-access/joined-words'
import { sentence } from '@/lib/client/words'
import { rightsWith } from '@/lib/domain/rights'
import { roleLabels } from '@/lib/domain/roles'
import { removalDenial } from '@/lib/modules/members/member-rules'
import { LineActions } from './line-actions'
import type { Profile } from './person-queries'

/** What somebody holds, where each comes from and how it is changed, and what the role in the organization permits. */
export function AccessSection({ profile: { member, owners } }: { profile: Profile }) {
  const { identityId } = useViewer()
  const [view, setView] = useQueryState('view', viewParser)
  const { role, source, createdAt, limits } = member
  const rights = rightsWith({ organizationRole: role, limits })
  const allowed = rights.filter((right) => right.allowed).length
  const gone = member.endedAt !== null
  return (
    <PageSection
      title="Access"
      aside={!gone && <ViewSwitch view={view} onChange={(next) => setView(next)} />}
    >
      {!gone && (
        <HeldTree
          label="Access"
          whose={{ own: false, name: member.name }}
          memberId={member.id}
          role={role}
          limits={limits}
          joined={joinedWords({ source, joinedAt: createdAt }, false)}
          view={view}
          actions={(line) => <LineActions member={member} line={line} />}
        />
      )}
      {member.id === identityId && <OwnLimits member={member} owners={owners} />}
      <div className="mt-5 mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="font-medium">
          What {roleLabels[role]} {gone ? 'permitted' : 'permits'} in the organization
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
