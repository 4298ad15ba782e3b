'use client'
import { useViewer } from '@/components/access/viewer'
import { useCommand } from '@/lib/client/use-command'
import type { OrganizationRole } from '@/lib/domain/permissions'
import {
  changeRolesAction,
  removeMembersAction,
  signOutMembersAction,
} from '@/lib/transport/actions/operations'
import type { BulkVerb } from './bulk-verbs'
import type { MemberSelectionInput } from './selection-input'

type Input = { selection: MemberSelectionInput; role: OrganizationRole }

/** Starts the operation behind a verb; its panel shows from then on how far it has come. */
export function useStart(verb: BulkVerb, onDone: () => void) {
  const { organizationId } = useViewer()
  const options = { organizationId, invalidates: ['operation.list_recent'], onDone }
  const removal = useCommand(removeMembersAction, options)
  const roles = useCommand(changeRolesAction, options)
  const signOut = useCommand(signOutMembersAction, options)
  const command = { remove: removal, change_role: roles, sign_out: signOut }[verb]
  const run = (input: Input) => {
    if (verb === 'change_role') return roles.run(input)
    return (verb === 'remove' ? removal : signOut).run({ selection: input.selection })
  }
  return { run, pending: command.pending, problem: command.problem }
}
