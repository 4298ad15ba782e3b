'use client'
import { useViewer } from '@/components/access/viewer'
import { notify } from '@/components/feedback/notify'
import { useCommand } from '@/lib/client/use-command'
import { type OrganizationRole, roleLabels } from '@/lib/domain/permissions'
import type { Member } from '@/lib/modules/members/member'
import { changeRoleAction } from '@/lib/transport/actions/members'

const article = { owner: 'an', collaborator: 'a' } as const

/** Gives or takes the owner role, says so, and offers the way back. */
export function useChangeRole(onDone: () => void) {
  const { organizationId } = useViewer()
  const invalidates = ['member.list', 'member.get', 'invitation.list']
  const undo = useCommand(changeRoleAction, { organizationId, invalidates })
  const command = useCommand(changeRoleAction, { organizationId, invalidates })

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
