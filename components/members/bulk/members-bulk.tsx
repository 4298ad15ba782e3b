'use client'
import { Download, LogOut, ShieldCheck, UserMinus } from 'lucide-react'
import { useState } from 'react'
import { useViewer } from '@/components/access/viewer'
import { type BulkAction, BulkBar } from '@/components/data-table/bulk-bar'
import type { ListSelection } from '@/components/data-table/use-selection'
import { useMemberExport } from '@/components/export/use-member-export'
import { lazily } from '@/components/ui/lazily'
import type { Denial } from '@/lib/domain/problems'
import type { Member } from '@/lib/modules/members/member'
import { removalDenial, signOutDenial } from '@/lib/modules/members/member-rules'
import type { MemberListState } from '../member-list'
import type { BulkVerb } from './bulk-verbs'
import { type MemberSelectionInput, selectionInput, tooMany } from './selection-input'
import { suspensionActions } from './suspension-actions'

const BulkDialog = lazily(() => import('./bulk-dialog').then((m) => m.BulkDialog))

type Props = { selection: ListSelection<Member>; state: MemberListState; owners: number }

/** The verbs for the chosen people, and the dialog of the one that was picked. */
export function MembersBulk({ selection, state, owners }: Props) {
  const { identityId: selfId } = useViewer()
  const exporting = useMemberExport()
  const [asked, setAsked] = useState<{ verb: BulkVerb; selection: MemberSelectionInput }>()
  const ask = (verb: BulkVerb) => () =>
    setAsked({ verb, selection: selectionInput(selection, state) })
  const limit = tooMany(selection)
  const suits = (denialOf: (member: Member) => Denial | null) => {
    const denials = selection.rows.map(denialOf)
    const fits = denials.filter((denial) => denial === null).length
    const none = !selection.matching && fits === 0
    return {
      fits: fits === 0 ? undefined : fits,
      disabledReason: limit ?? (none ? (denials[0]?.detail ?? null) : null),
    }
  }
  const actions: BulkAction[] = [
    {
      id: 'role',
      label: 'Change role…',
      icon: <ShieldCheck />,
      permission: 'member.change_role',
      disabledReason: limit,
      run: ask('change_role'),
    },
    {
      id: 'sign-out',
      label: 'Sign out everywhere…',
      icon: <LogOut />,
      permission: 'session.end',
      disabledReason: suits((member) => signOutDenial(member, { selfId })).disabledReason,
      run: ask('sign_out'),
    },
    {
      id: 'export',
      label: 'Export',
      icon: <Download />,
      permission: 'member.export',
      disabledReason: limit,
      run: () => exporting.run(selectionInput(selection, state)),
    },
    ...suspensionActions({
      selection,
      state: state.state,
      standing: { selfId, owners },
      suits,
      ask,
    }),
    {
      id: 'remove',
      label: 'Remove…',
      icon: <UserMinus />,
      tone: 'destructive',
      permission: 'member.remove',
      ...suits((member) => removalDenial(member, { selfId })),
      run: ask('remove'),
    },
  ]
  const close = () => setAsked(undefined)
  return (
    <>
      <BulkBar selection={selection} actions={actions} />
      {asked && (
        <BulkDialog
          {...asked}
          onClose={close}
          onStarted={() => {
            close()
            selection.clear()
          }}
        />
      )}
    </>
  )
}
