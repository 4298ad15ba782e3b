'use client'
import { CirclePause, CirclePlay } from 'lucide-react'
import type { BulkAction } from '@/components/data-table/bulk-bar'
import type { ListSelection } from '@/components/data-table/use-selection'
import type { Denial } from '@/lib/domain/problems'
import type { Member } from '@/lib/modules/members/member'
import {
  notSuspended,
  restorationDenial,
  type Standing,
  suspendedAlready,
  suspensionDenial,
} from '@/lib/modules/members/member-rules'
import type { MemberListState } from '../member-list'
import type { BulkVerb } from './bulk-verbs'

type Given = {
  selection: ListSelection<Member>
  state: MemberListState['state']
  standing: Standing
  suits: (denialOf: (member: Member) => Denial | null) => Partial<BulkAction>
  ask: (verb: BulkVerb) => () => void
}

/** Suspend and Restore, as far as there is somebody among the chosen to whom it does something. */
export function suspensionActions({ selection, state, standing, suits, ask }: Given): BulkAction[] {
  const { rows, matching } = selection
  const mixed = matching && state === null
  const some = (wanted: boolean) =>
    mixed || rows.some(({ suspendedAt }) => (suspendedAt !== null) === wanted)
  const suspend: BulkAction = {
    id: 'suspend',
    label: 'Suspend…',
    icon: <CirclePause />,
    permission: 'member.suspend',
    ...suits((member) => suspensionDenial(member, standing) ?? suspendedAlready(member)),
    run: ask('suspend'),
  }
  const restore: BulkAction = {
    id: 'restore',
    label: 'Restore…',
    icon: <CirclePlay />,
    permission: 'member.restore',
    ...suits((member) => restorationDenial(member) ?? notSuspended(member)),
    run: ask('restore'),
  }
  return [...(some(false) ? [suspend] : []), ...(some(true) ? [restore] : [])]
}
