'use client'
import { History } from 'lucide-react'
import { type ComponentProps, type ReactNode, useState } from 'react'
import { Banner } from '@/components/feedback/banner'
import { type ConsequenceGroup, ConsequenceGroups } from '@/components/feedback/consequence-groups'
import { FormDialog } from '@/components/form/form-dialog'
import { TypedName } from '@/components/form/typed-name'
import { Skeleton } from '@/components/ui/skeleton'
import { isolated } from '@/lib/domain/isolated'
import type { ProblemBody } from '@/lib/domain/problems'
import { isTypedName } from '@/lib/modules/organizations/organization-rules'
import { Going } from './going'

type Count = ComponentProps<typeof Going>['going']

type Props = {
  kind: 'cloud' | 'project'
  name: string
  /** What goes on there, and why it may not be deleted now; undefined while that is read. */
  preview: { workloads: Count; denial: string | null } | undefined
  /** What goes with it. */
  ends: ReactNode
  /** Of reading what goes, or of the deletion itself. */
  problem: ProblemBody | null
  pending: boolean
  submitLabel: string
  onDelete: (typed: string) => void
  onClose: () => void
}

/** What goes with a cloud or a project, and its name typed before the button works. */
export function DeletePlace({ kind, name, preview, ends, problem, ...props }: Props) {
  const [typed, setTyped] = useState('')
  const denial = preview?.denial ?? null
  const fault = problem?.errors?.[0]?.detail
  const reason =
    denial ??
    (preview === undefined
      ? 'One moment: what goes with it is being read.'
      : isTypedName(typed, name)
        ? null
        : `Type the name of the ${kind} first.`)
  return (
    <FormDialog
      open
      size="large"
      onClose={props.onClose}
      title={`Delete ${isolated(name)}?`}
      description="Nothing brings it back."
      error={fault ? null : problem}
      pending={props.pending}
      dirty={false}
      submitTone="destructive"
      submitLabel={props.submitLabel}
      pendingLabel="Deleting…"
      submitReason={reason}
      note={denial ? undefined : reason}
      onSubmit={() => props.onDelete(typed)}
    >
      {denial && <Banner tone="info" title={denial} />}
      {preview ? (
        <ConsequenceGroups groups={groupsOf(ends, preview.workloads)} />
      ) : (
        <Skeleton className="h-32 rounded-lg" />
      )}
      {!denial && <TypedName name={name} typed={typed} onType={setTyped} error={fault} />}
    </FormDialog>
  )
}

const groupsOf = (ends: ReactNode, workloads: Count): ConsequenceGroup[] => [
  { kind: 'ends', body: ends },
  ...(workloads.count > 0
    ? [
        {
          kind: 'stays' as const,
          body: (
            <>
              <Going going={workloads} one="workload" />
              Gatehouse forgets them. On the platform somebody has to end them.
            </>
          ),
        },
      ]
    : []),
  {
    title: 'Keeps',
    icon: <History className="text-muted-foreground" />,
    body: 'Its name and who deleted it, in the audit log.',
  },
]
