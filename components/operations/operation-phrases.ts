import { formatCount, plural } from '@/lib/client/words'
import type { Operation } from '@/lib/modules/operations/operation'

const doing: Record<Operation['kind'], string> = {
  'member.remove_many': 'Removing',
  'member.change_role_many': 'Changing the role of',
  'member.sign_out_many': 'Signing out',
  'member.suspend_many': 'Suspending',
  'member.restore_many': 'Restoring',
  'invitation.revoke_many': 'Revoking',
}
const didSome: Record<Operation['kind'], string> = {
  'member.remove_many': 'Removed',
  'member.change_role_many': 'Changed the role of',
  'member.sign_out_many': 'Signed out',
  'member.suspend_many': 'Suspended',
  'member.restore_many': 'Restored',
  'invitation.revoke_many': 'Revoked',
}

const isAre = (count: number) => (count === 1 ? 'was' : 'were')
const thingsOf = ({ kind }: Pick<Operation, 'kind'>, count: number) =>
  kind === 'invitation.revoke_many'
    ? plural(count, 'invitation')
    : plural(count, 'person', 'people')

/** "Removing 312 of 500…" */
export const progressWords = ({ kind, done, refused, total }: Operation): string =>
  `${doing[kind]} ${formatCount(done + refused)} of ${formatCount(total)}…`

/** "Removed 498 people. 2 were left out." */
export function resultWords(operation: Operation): string {
  const { kind, done, refused, total, state } = operation
  const first =
    done === 0 ? 'Nothing was changed.' : `${didSome[kind]} ${thingsOf(operation, done)}.`
  const left = refused === 0 ? '' : ` ${formatCount(refused)} ${isAre(refused)} left out.`
  const rest = total - done - refused
  const stopped =
    state === 'stopped' ? ` Stopped: ${formatCount(rest)} ${isAre(rest)} not reached.` : ''
  return `${first}${left}${stopped}`
}

export const leftOutWords = ({ refused }: Operation): string | null =>
  refused === 0 ? null : `${formatCount(refused)} left out`
