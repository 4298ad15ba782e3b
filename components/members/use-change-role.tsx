'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useViewer } from '@/components/access/viewer'
import { notify } from '@/components/feedback/notify'
import { consoleQuery } from '@/lib/client/query'
import { useCommand } from '@/lib/client/use-command'
import { type OrganizationRole, roleLabels } from '@/lib/domain/roles'
import type { Member } from '@/lib/modules/members/member'
import { changeRoleAction } from '@/lib/transport/actions/members'

const article = { owner: 'an', collaborator: 'a' } as const

/** Gives or takes the owner role, says so, and offers the way back. */
export function useChangeRole(onDone: () => void) {
  const { organizationId } = useViewer()
  const queries = useQueryClient()
  const invalidates = [
    'member.list',
    'member.get',
    'member.profile',
    'member.neighbours',
    'invitation.list',
    'event.list',
  ]
  // The drawer, opened again at once, starts from what was saved.
  const keep = (member: Member) =>
    queries.setQueryData(
      consoleQuery<Member>(organizationId, 'member.get', { id: member.id }).queryKey,
      member,
    )
  const options = { organizationId, invalidates, onDone: keep }
  const undo = useCommand(changeRoleAction, options)
  const command = useCommand(changeRoleAction, options)

  const takeBack = async (member: Member, role: OrganizationRole) => {
    const { id: memberId, version: expectedVersion } = member
    const result = await undo.run({ memberId, role, expectedVersion })
    if (result.ok) say(member, role)
    else notify.problem(result.problem)
  }

  const save = async (base: Member, role: OrganizationRole, expectedVersion = base.version) => {
    const result = await command.run({ memberId: base.id, role, expectedVersion })
    if (!result.ok) return
    say(base, role, () => takeBack(result.data, base.role))
    onDone()
  }
  return { save, pending: command.pending, problem: command.problem, reset: command.reset }
}

const say = ({ name }: Member, role: OrganizationRole, undo?: () => void) =>
  notify.done(
    <>
      Made <bdi className="font-medium">{name}</bdi> {article[role]}{' '}
      {roleLabels[role].toLowerCase()}
    </>,
    { undo },
  )
