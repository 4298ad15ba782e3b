'use client'
import { useViewer } from '@/components/access/viewer'
import { useCommand } from '@/lib/client/use-command'
import type { OrganizationRole } from '@/lib/domain/roles'
import {
  changeRolesAction,
  removeMembersAction,
  restoreMembersAction,
  signOutMembersAction,
  suspendMembersAction,
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
  const suspension = useCommand(suspendMembersAction, options)
  const restoration = useCommand(restoreMembersAction, options)
  const plain = { remove: removal, sign_out: signOut, suspend: suspension, restore: restoration }
  const command = verb === 'change_role' ? roles : plain[verb]
  const run = ({ selection, role }: Input) =>
    verb === 'change_role' ? roles.run({ selection, role }) : plain[verb].run({ selection })
  return { run, pending: command.pending, problem: command.problem }
}
