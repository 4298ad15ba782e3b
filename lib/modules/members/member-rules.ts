import { isolated } from '@/lib/domain/isolated'
import type { Denial } from '@/lib/domain/problems'
import type { OrganizationRole } from '@/lib/domain/roles'

// Apart from the schemas: the browser shows these sentences, and would otherwise load all of Zod for them.

type Row = {
  id: string
  name: string
  role: OrganizationRole | string
  kind?: string
  /** Since when somebody is suspended: no owner who could act. */
  suspendedAt?: unknown
}
/** Who asks, and how many owners can act: what the row rules need to know beside the row. */
export type Standing = { selfId: string; owners: number }

/** What is done to a service account is done on its own page, in its own words; here it is refused. */
const ofAccount = ({ kind }: Pick<Row, 'kind'>, code: Denial['code'], detail: string) =>
  kind === 'service_account' ? { code, detail } : null

/** The organization role of a service account never changes (facts §3). */
const accountRoleDenial = (row: Pick<Row, 'kind'>): Denial | null =>
  ofAccount(
    row,
    'forbidden',
    'A service account is always a collaborator. Its organization role can’t be changed.',
  )

/** Whether this member's organization role may become `role` now (facts §1.1, §1.6). */
export function roleChangeDenial(
  row: Row,
  role: OrganizationRole,
  standing: Standing,
): Denial | null {
  if (row.id === standing.selfId) {
    return {
      code: 'own_membership',
      detail: 'You cannot change your own organization role. Another owner can.',
    }
  }
  if (role === 'owner') return accountRoleDenial(row)
  return lastOwnerDenial(row, standing)
}

/** Whether somebody's limits may be set now. */
export const ownLimitsDenial = (
  row: Pick<Row, 'id'>,
  { selfId }: Pick<Standing, 'selfId'>,
): Denial | null =>
  row.id === selfId
    ? {
        code: 'own_membership',
        detail: 'You cannot change your own limits in the organization. Another owner can.',
      }
    : null

/** Whoever is the only owner that can act stays so. */
const lastOwnerDenial = (row: Row, { owners }: Standing): Denial | null =>
  row.role === 'owner' && !row.suspendedAt && owners <= 1
    ? {
        code: 'last_owner',
        detail: `${isolated(row.name)} is the only owner. Make somebody else an owner first.`,
      }
    : null

/** Whether this member may be suspended now: never oneself, never the last owner who can act. */
export function suspensionDenial(row: Row, standing: Standing): Denial | null {
  if (row.id === standing.selfId) {
    return { code: 'own_membership', detail: 'You cannot suspend yourself. Another owner can.' }
  }
  return (
    ofAccount(row, 'conflict', 'A service account is disabled, not suspended. Open it to do so.') ??
    lastOwnerDenial(row, standing)
  )
}

/** Whether this member may be restored now. */
export const restorationDenial = (row: Pick<Row, 'kind'>): Denial | null =>
  ofAccount(row, 'conflict', 'A service account is enabled, not restored. Open it to do so.')

/** Whoever stands so already needs nothing done. */
export const suspendedAlready = ({ suspendedAt }: Pick<Row, 'suspendedAt'>): Denial | null =>
  suspendedAt
    ? { code: 'conflict', detail: 'Is suspended already. Restore to give the access back.' }
    : null
export const notSuspended = ({ suspendedAt }: Pick<Row, 'suspendedAt'>): Denial | null =>
  suspendedAt ? null : { code: 'conflict', detail: 'Is not suspended.' }

/** Whether this member may be removed now: never oneself, never an owner (facts §1.6). */
export function removalDenial(row: Row, { selfId }: Pick<Standing, 'selfId'>): Denial | null {
  if (row.id === selfId) {
    return { code: 'own_membership', detail: 'You cannot remove yourself. Another owner can.' }
  }
  if (row.role === 'owner') {
    return {
      code: 'demote_first',
      detail: `Owners can’t be removed. Make ${isolated(row.name)} a collaborator first.`,
    }
  }
  return ofAccount(row, 'conflict', DELETED_INSTEAD)
}

/** Why a service account is not removed: clients that know one way to remove members are shown the other. */
export const DELETED_INSTEAD = 'A service account is deleted, not removed. Open it to do so.'

/** Among many, oneself stays signed in; the row menu and the account page sign out oneself too. */
export function signOutDenial(
  row: Pick<Row, 'id' | 'kind'>,
  { selfId }: Pick<Standing, 'selfId'>,
): Denial | null {
  if (row.id !== selfId) return noSessions(row)
  const detail = 'You stay signed in here. Sign yourself out under Account.'
  return { code: 'own_membership', detail }
}

/** Nobody signs in with a service account. */
export const noSessions = (row: Pick<Row, 'kind'>): Denial | null =>
  ofAccount(row, 'conflict', 'A service account has no sessions. Its keys are revoked on its page.')

/** The same reason, said of several at once. */
export const reasonForSeveral = ({ code, detail }: Denial): string =>
  code === 'demote_first' ? 'Owners can’t be removed. Make them collaborators first.' : detail

/** Somebody who was removed is history: there is nothing left to do to them. */
export const goneDenial = (row: { endedAt: unknown }): Denial | null =>
  row.endedAt
    ? {
        code: 'not_found',
        detail: 'Was removed. Whoever comes back does so with a new invitation.',
      }
    : null

/** Whether this member may leave by themselves: an owner is made a collaborator first, by another owner. */
export function leavingDenial(
  { role, kind }: Pick<Row, 'role' | 'kind'>,
  { owners }: Pick<Standing, 'owners'>,
): Denial | null {
  const denial = ofAccount(
    { kind },
    'forbidden',
    'A service account can’t leave. Owners delete it.',
  )
  if (denial || role !== 'owner') return denial
  if (owners <= 1) {
    return {
      code: 'last_owner',
      detail:
        'You are the only owner. Make somebody else an owner, who then makes you a collaborator; or delete the organization.',
    }
  }
  return {
    code: 'demote_first',
    detail: 'Owners can’t leave. Ask another owner to make you a collaborator first.',
  }
}

const listed = new Intl.ListFormat('en-US')

/** Whoever is a member is not added again. */
export function alreadyMembers(
  members: readonly { email: string; suspendedAt?: unknown }[],
): Denial | null {
  const [first, ...others] = members
  if (!first) return null
  const are = others.length === 0 ? 'is already a member' : 'are already members'
  const emails = members.slice(0, 5).map(({ email }) => email)
  const detail =
    others.length === 0 && first.suspendedAt
      ? `${suspendedMember(first.email)} Nobody was added.`
      : `${listed.format(emails)} ${are} of your organization. Nobody was added.`
  return { code: 'already_member', detail }
}

/** Of an address that needs no invitation, because its member only has to be restored. */
export const suspendedMember = (email: string) =>
  `${email} is a member of your organization and suspended. Restore them instead.`

/** Who was removed and had an account of this organization keeps its password, which only they may set. */
export function knownBefore(emails: readonly string[]): Denial | null {
  if (emails.length === 0) return null
  const detail = `${listed.format(emails.slice(0, 5))} had an account here before. Send an invitation instead. Nobody was added.`
  return { code: 'conflict', detail }
}
