'use client'
import { KeyRound, MailX, Minus, Plus, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { ProblemBanner } from '@/components/feedback/problem-banner'
import { Skeleton } from '@/components/ui/skeleton'
import { plural } from '@/lib/client/words'
import type { ProblemBody } from '@/lib/domain/problems'
import { byNoun } from '@/lib/domain/rights'
import type { DemotionEnds } from '@/lib/modules/members/member-ends'
import { listed } from './role-words'

type Right = { permission: string; label: string }
/** The answer of `member.preview_role_change`. */
export type RoleChangePreview = DemotionEnds & { gained: Right[]; lost: Right[] }

type Props = {
  preview: RoleChangePreview | undefined
  problem: ProblemBody | null
}

/** What follows from another role or other deny roles, as the change itself will do it, before the button. */
export const RoleChanges = ({ preview, problem }: Props) => (
  <section
    aria-labelledby="what-changes"
    aria-busy={!preview && !problem}
    className="border-t px-5 py-4"
  >
    <h3 id="what-changes" className="font-medium text-muted-foreground">
      What changes
    </h3>
    {preview && <Changes {...preview} />}
    {!preview && problem && <ProblemBanner problem={problem} className="mt-2" />}
    {!preview && !problem && (
      <div className="mt-3 flex flex-col gap-3">
        <Skeleton className="w-3/4" />
        <Skeleton className="w-1/2" />
      </div>
    )}
  </section>
)

const Changes = ({ gained, lost, invitations }: RoleChangePreview) => (
  <ul className="mt-1 flex flex-col gap-1">
    {byNoun(gained).map(({ noun, label, rights }) => (
      <Change key={noun} icon={<Plus className="text-success-text" />}>
        <Labels label={label} can="can" rights={rights} />
      </Change>
    ))}
    {byNoun(lost).map(({ noun, label, rights }) => (
      <Change key={noun} icon={<Minus className="text-destructive-text" />}>
        <Labels label={label} can="can no longer" rights={rights} />
      </Change>
    ))}
    {invitations.length > 0 && (
      <Change icon={<MailX className="text-destructive-text" />}>
        {plural(invitations.length, 'pending invitation')} to the owner role{' '}
        {invitations.length === 1 ? 'is' : 'are'} revoked:{' '}
        {listed.format(invitations.map(({ email }) => email))}.
      </Change>
    )}
    {lost.some(({ permission }) => permission.startsWith('image.')) && (
      <Change icon={<TriangleAlert className="text-warning-text" />}>
        <span className="text-foreground-2">
          What runs on a container image may fail to start again.
        </span>
      </Change>
    )}
    <Change icon={<KeyRound className="text-muted-foreground" />}>
      <span className="text-foreground-2">
        Keys and sessions stay. Takes effect at the next request.
      </span>
    </Change>
  </ul>
)

type LabelsProps = { label: string; can: string; rights: readonly Right[] }

const Labels = ({ label, can, rights }: LabelsProps) => (
  <>
    <span className="font-medium">{label}:</span> {can}{' '}
    {listed.format(rights.map((right) => right.label))}
  </>
)

const Change = ({ icon, children }: { icon: ReactNode; children: ReactNode }) => (
  <li className="flex gap-2">
    <span className="mt-0.5">{icon}</span>
    <span className="min-w-0 [overflow-wrap:anywhere]">{children}</span>
  </li>
)
