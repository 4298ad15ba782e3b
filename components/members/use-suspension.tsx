'use client'
import { useViewer } from '@/components/access/viewer'
import { useConfirm } from '@/components/feedback/confirm'
import { notify } from '@/components/feedback/notify'
import { useCommand } from '@/lib/client/use-command'
import { isolated } from '@/lib/domain/isolated'
import { roleLabels } from '@/lib/domain/roles'
import type { Member } from '@/lib/modules/members/member'
import { restoreMemberAction, suspendMemberAction } from '@/lib/transport/actions/members'

const invalidates = [
  'member.list',
  'member.get',
  'member.profile',
  'member.neighbours',
  'session.list_of_member',
  'organization.current',
  'organization.details',
  'event.list',
]

type Row = Pick<Member, 'id' | 'name' | 'version'>

/** Suspends and restores one person, says so, and offers the way back. */
export function useSuspension() {
  const { organizationId } = useViewer()
  const options = { organizationId, invalidates }
  const verbs = {
    suspend: useCommand(suspendMemberAction, options),
    restore: useCommand(restoreMemberAction, options),
  }
  type Verb = keyof typeof verbs

  const say = (verb: Verb, member: Member, undo?: () => void) =>
    notify.done(
      <>
        {verb === 'suspend' ? 'Suspended' : 'Restored'}{' '}
        <bdi className="font-medium">{member.name}</bdi>
      </>,
      { undo },
    )
  const send = (verb: Verb, { id: memberId, version: expectedVersion }: Row) =>
    verbs[verb].run({ memberId, expectedVersion })
  const takeBack = async (verb: Verb, row: Row) => {
    const result = await send(verb, row)
    if (result.ok) say(verb, result.data)
    else notify.problem(result.problem)
  }
  const run = async (verb: Verb, row: Row) => {
    const result = await send(verb, row)
    if (!result.ok) return result
    const back = verb === 'suspend' ? 'restore' : 'suspend'
    say(verb, result.data, () => void takeBack(back, result.data))
    return result
  }
  return {
    suspend: (row: Row) => run('suspend', row),
    restore: (row: Row) => run('restore', row),
    pending: verbs.suspend.pending,
    problem: verbs.suspend.problem,
  }
}

/** Restores one person, after saying what works again. */
export function useRestore() {
  const confirm = useConfirm()
  const { restore } = useSuspension()
  return (member: Member) => {
    const who = isolated(member.name)
    return confirm({
      title: `Restore ${who}?`,
      body: `${who} has the access of before again: the role ${roleLabels[member.role]}, and API keys work at once. Sessions that ended stay ended, so ${who} signs in again.`,
      verb: 'Restore',
      pendingVerb: 'Restoring…',
      tone: 'primary',
      action: () => restore(member),
    })
  }
}
