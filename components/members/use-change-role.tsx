'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useViewer } from '@/components/access/viewer'
import { notify } from '@/components/feedback/notify'
import { consoleQuery } from '@/lib/client/query'
import { useCommand } from '@/lib/client/use-command'
import { roleLabels } from '@/lib/domain/roles'
import type { Member } from '@/lib/modules/members/member'
import { changeRoleAction, setLimitsAction } from '@/lib/transport/actions/members'
import { type Choice, limitsChange, roleChanges } from './role-choice'

const article = { owner: 'an', collaborator: 'a' } as const

type Saved = { choice: Choice; expectedVersion: number }

/** The role alone by its own command; deny roles along with it, or by themselves, by the other. */
function saveAccess(organizationId: string, { choice, expectedVersion }: Saved) {
  const { role, limits, base } = choice
  const whose = { memberId: base.id, expectedVersion }
  return limitsChange(choice)
    ? setLimitsAction(organizationId, {
        ...whose,
        limits: [...limits],
        ...(roleChanges(choice) && { role }),
      })
    : changeRoleAction(organizationId, { ...whose, role })
}

/** Gives or takes the owner role and deny roles, says so, and offers the way back. */
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
  const undo = useCommand(saveAccess, options)
  const command = useCommand(saveAccess, options)

  const takeBack = async (saved: Member, { role, limits }: Member) => {
    const choice = { role, limits, base: saved }
    const result = await undo.run({ choice, expectedVersion: saved.version })
    if (result.ok) say(choice)
    else notify.problem(result.problem)
  }

  const save = async (choice: Choice, expectedVersion = choice.base.version) => {
    const result = await command.run({ choice, expectedVersion })
    if (!result.ok) return
    say(choice, () => takeBack(result.data, choice.base))
    onDone()
  }
  return { save, pending: command.pending, problem: command.problem, reset: command.reset }
}

function say(choice: Choice, undo?: () => void) {
  const { base, role } = choice
  const name = <bdi className="font-medium">{base.name}</bdi>
  const made = roleChanges(choice) && (
    <>
      Made {name} {article[role]} {roleLabels[role].toLowerCase()}
    </>
  )
  notify.done(
    !made ? (
      <>Changed the deny roles of {name}</>
    ) : (
      <>
        {made}
        {limitsChange(choice) && ' and changed the deny roles'}
      </>
    ),
    { undo },
  )
}
