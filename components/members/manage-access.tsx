'use client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Avatar } from '@/components/access/avatar'
import { useViewer } from '@/components/access/viewer'
import { NothingHere } from '@/components/feedback/state'
import { LoadFailed } from '@/components/feedback/states'
import { Drawer } from '@/components/ui/drawer'
import { Skeleton } from '@/components/ui/skeleton'
import { problemOf } from '@/lib/client/problem-error'
import { consoleQuery } from '@/lib/client/query'
import type { Member } from '@/lib/modules/members/member'
import { ManageAccessFooter } from './manage-access-footer'
import { ManageAccessForm } from './manage-access-form'
import { type Choice, limitsChange, lockedReason, roleChanges } from './role-choice'
import { useChangeRole } from './use-change-role'
import { usePreview } from './use-preview'

type Props = {
  memberId: string
  /** The row of the list, while the present one is read. */
  known: Member | undefined
  owners: number
  onClose: () => void
}

/** The drawer `?manage=ide_…`: the organization role of one person, and their deny roles. */
export function ManageAccess({ memberId, known, owners, onClose }: Props) {
  const { organizationId, identityId } = useViewer()
  const queries = useQueryClient()
  const read = useQuery({
    ...consoleQuery<Member>(organizationId, 'member.get', { id: memberId }),
    placeholderData: known,
  })
  const [choice, setChoice] = useState<Choice | null>(null)
  const change = useChangeRole(onClose)
  const preview = usePreview(choice)
  const member = choice?.base ?? read.data
  const locked = member ? lockedReason(member, { selfId: identityId, owners }) : null
  const keepTheirs = () => {
    void queries.invalidateQueries({ queryKey: [organizationId] })
    onClose()
  }
  const choose = (chosen: Partial<Pick<Choice, 'role' | 'limits'>>) => {
    if (!member) return
    change.reset()
    const { role, limits } = choice ?? member
    const next = { role, limits, ...chosen, base: member }
    setChoice(roleChanges(next) || limitsChange(next) ? next : null)
  }
  return (
    <Drawer
      open
      onOpenChange={onClose}
      title="Manage access"
      description={member && <bdi>{member.name}</bdi>}
      leading={member && <Avatar id={member.id} name={member.name} size={32} />}
      footer={
        member && (
          <ManageAccessFooter
            choice={choice}
            locked={locked}
            waiting={!preview.preview && !preview.problem}
            change={change}
            onClose={onClose}
          />
        )
      }
    >
      {member ? (
        <ManageAccessForm
          member={member}
          choice={choice}
          locked={locked}
          change={change}
          preview={preview}
          onChoose={choose}
          onKeepTheirs={keepTheirs}
        />
      ) : (
        <Waiting problem={read.error && problemOf(read.error)} onRetry={() => read.refetch()} />
      )}
    </Drawer>
  )
}

type WaitingProps = {
  problem: ReturnType<typeof problemOf> | null
  onRetry: () => void
}

function Waiting({ problem, onRetry }: WaitingProps) {
  if (problem?.status === 404) return <NothingHere />
  if (problem) {
    return <LoadFailed title="Access could not be loaded" problem={problem} onRetry={onRetry} />
  }
  return (
    <div className="flex flex-col gap-4 p-5">
      <Skeleton className="w-1/3" />
      <Skeleton className="h-20 w-full" />
    </div>
  )
}
