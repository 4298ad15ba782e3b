'use client'
import { type ReactNode, useState } from 'react'
import { Banner } from '@/components/feedback/banner'
import { type ConsequenceGroup, ConsequenceGroups } from '@/components/feedback/consequence-groups'
import { FormDialog } from '@/components/form/form-dialog'
import { TypedName } from '@/components/form/typed-name'
import { Skeleton } from '@/components/ui/skeleton'
import { isolated } from '@/lib/domain/isolated'
import type { ProblemBody } from '@/lib/domain/problems'
import { isTypedName } from '@/lib/modules/organizations/organization-rules'

type Props = {
  kind: 'cloud' | 'project'
  name: string
  /** What goes with it; undefined while that is read. */
  groups: readonly ConsequenceGroup[] | undefined
  /** Why it may not be deleted now. */
  denial: string | null
  /** Of reading what goes, or of the deletion itself. */
  problem: ProblemBody | null
  pending: boolean
  submitLabel: string
  note?: ReactNode
  onDelete: (typed: string) => void
  onClose: () => void
}

/** What goes with a cloud or a project, and its name typed before the button works. */
export function DeletePlace({ kind, name, groups, denial, problem, ...props }: Props) {
  const [typed, setTyped] = useState('')
  const fault = problem?.errors?.[0]?.detail
  const reason =
    denial ??
    (groups === undefined
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
      {groups ? <ConsequenceGroups groups={groups} /> : <Skeleton className="h-32 rounded-lg" />}
      {!denial && <TypedName name={name} typed={typed} onType={setTyped} error={fault} />}
    </FormDialog>
  )
}
