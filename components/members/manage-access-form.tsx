'use client'
import { Lock } from 'lucide-react'
import { LimitChip } from '@/components/access/limit-chip'
import { RoleChip } from '@/components/access/role-chip'
import { ProblemBanner } from '@/components/feedback/problem-banner'
import { FieldGroup } from '@/components/form/field'
import { CopyButton } from '@/components/ui/copy-button'
import { RadioCards } from '@/components/ui/radio-cards'
import { Time } from '@/components/ui/time'
import { Truncate } from '@/components/ui/truncate'
import type { OrganizationRole } from '@/lib/domain/roles'
import type { Member } from '@/lib/modules/members/member'
import { LimitsField } from './limits-field'
import { RoleChanges } from './role-changes'
import type { Choice } from './role-choice'
import { RoleConflict } from './role-conflict'
import { roleOptions } from './role-words'
import type { useChangeRole } from './use-change-role'
import type { usePreview } from './use-preview'

type Props = {
  member: Member
  choice: Choice | null
  /** Why the role stays what it is. */
  locked: string | null
  change: ReturnType<typeof useChangeRole>
  preview: ReturnType<typeof usePreview>
  onChoose: (chosen: Partial<Pick<Choice, 'role' | 'limits'>>) => void
  onKeepTheirs: () => void
}

export function ManageAccessForm({ member, choice, locked, change, preview, ...on }: Props) {
  const { problem } = change
  const context = problem?.code === 'stale' ? problem.context : undefined
  return (
    <>
      {choice && problem && context ? (
        <RoleConflict
          detail={problem.detail}
          choice={choice}
          context={context}
          pending={change.pending}
          onKeepTheirs={on.onKeepTheirs}
          onSaveMine={() => change.save(choice, Number(context.present))}
        />
      ) : (
        problem && <ProblemBanner problem={problem} className="m-5 mb-0" />
      )}
      <Facts member={member} />
      <div className="flex flex-col gap-5 px-5 pb-5">
        <FieldGroup label="Select a base role">
          {(group) =>
            locked ? (
              <Locked role={member.role} reason={locked} />
            ) : (
              <RadioCards
                {...group}
                value={choice?.role ?? member.role}
                onValueChange={(role) => on.onChoose({ role })}
                options={roleOptions}
                className="sm:grid-cols-1"
              />
            )
          }
        </FieldGroup>
        {!locked && (
          <LimitsField
            value={choice?.limits ?? member.limits}
            onChange={(limits) => on.onChoose({ limits })}
          />
        )}
      </div>
      {choice && <RoleChanges {...preview} />}
    </>
  )
}

const Facts = ({ member }: { member: Member }) => (
  <dl className="grid grid-cols-[6rem_1fr] items-center gap-x-3 gap-y-1 px-5 py-4 text-foreground-2 [&>dd]:min-w-0 [&>dt]:text-muted-foreground">
    <dt>Email</dt>
    <dd className="flex items-center gap-1">
      <Truncate>{member.email}</Truncate>
      <CopyButton value={member.email} label="email" size="icon" className="-my-1" />
    </dd>
    <dt>Present role</dt>
    <dd>
      <RoleChip role={member.role} />
    </dd>
    {member.limits.length > 0 && (
      <>
        <dt>Deny roles</dt>
        <dd className="flex flex-wrap gap-1">
          {member.limits.map((limit) => (
            <LimitChip key={limit} limit={limit} />
          ))}
        </dd>
      </>
    )}
    <dt>Joined</dt>
    <dd>
      <Time at={member.createdAt} />
    </dd>
    <dt>Last active</dt>
    <dd>
      <Time at={member.lastActiveAt} />
    </dd>
  </dl>
)

const Locked = ({ role, reason }: { role: OrganizationRole; reason: string }) => (
  <div className="flex gap-2.5 rounded-md border bg-sunken p-3 text-foreground-2">
    <Lock className="mt-0.5 text-muted-foreground" />
    <div className="min-w-0">
      <p className="font-medium">{roleOptions.find(({ value }) => value === role)?.label}</p>
      <p>{reason}</p>
    </div>
  </div>
)
