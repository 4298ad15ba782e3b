'use client'
import { ConsequenceGroups } from '@/components/feedback/consequence-groups'
import { ProblemBanner } from '@/components/feedback/problem-banner'
import { FieldGroup } from '@/components/form/field'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { RadioCards } from '@/components/ui/radio-cards'
import { Skeleton } from '@/components/ui/skeleton'
import type { ProblemBody } from '@/lib/domain/problems'
import type { OrganizationRole } from '@/lib/domain/roles'
import { roleOptions } from '../role-words'
import { type BulkVerb, consequencesOf, type ManyPreview } from './bulk-verbs'

type Props = {
  verb: BulkVerb
  preview: ManyPreview | undefined
  /** The preview is of the role before. */
  stale: boolean
  role: OrganizationRole | null
  /** What is asked is complete. */
  chosen: boolean
  onRole: (role: OrganizationRole) => void
  /** Of starting it. */
  problem: ProblemBody | null
  /** Of reading what it would do. */
  failed: ProblemBody | null
  onRetry: () => void
}

export function BulkDialogBody(props: Props) {
  const { verb, preview, role, failed } = props
  return (
    <div className="flex flex-col gap-3 text-foreground-2">
      <ProblemBanner problem={props.problem} />
      {verb === 'change_role' && (
        <FieldGroup label="Organization role">
          {(group) => (
            <RadioCards
              {...group}
              value={role ?? ('' as OrganizationRole)}
              onValueChange={props.onRole}
              options={roleOptions}
              className="sm:grid-cols-1"
            />
          )}
        </FieldGroup>
      )}
      {preview && props.chosen && !failed && (
        <div aria-busy={props.stale} className={cn(props.stale && 'opacity-60')}>
          <ConsequenceGroups groups={consequencesOf(verb, preview, role ?? 'collaborator')} />
        </div>
      )}
      {failed && (
        <div className="flex flex-col items-start gap-3">
          <ProblemBanner problem={failed} className="self-stretch" />
          <Button onClick={props.onRetry}>Try again</Button>
        </div>
      )}
      {!preview && !failed && (
        <div aria-busy className="flex h-36 flex-col gap-6 rounded-lg border p-4">
          <Skeleton className="w-1/2" />
          <Skeleton className="w-4/5" />
          <Skeleton className="w-2/3" />
        </div>
      )}
    </div>
  )
}
