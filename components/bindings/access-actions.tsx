'use client'
import { CalendarClock, CircleMinus, Copy, UserRound } from 'lucide-react'
import { copyAndSay } from '@/components/members/member-actions'
import { defineMenuAction, type MenuAction } from '@/components/menu/menu-action'
import type { BindingRow } from './binding-shapes'
import { changeDenial, removalDenial } from './denials'
import type { Place } from './place'

type Runs = {
  open: (row: BindingRow) => void
  term: (id: string) => void
  end: (id: string) => void
}

/** What may be done with somebody's role on a place. */
export const accessActions = (
  place: Place,
  selfId: string,
  runs: Runs,
): MenuAction<BindingRow>[][] => [
  [
    defineMenuAction<BindingRow>({
      id: 'open',
      label: 'Open',
      icon: <UserRound />,
      shortcut: '↵',
      permission: 'member.list',
      run: runs.open,
    }),
    defineMenuAction<BindingRow>({
      id: 'copy',
      label: 'Copy email',
      icon: <Copy />,
      run: ({ member }, { notify }) => copyAndSay(member.email, notify),
    }),
  ],
  [
    defineMenuAction<BindingRow>({
      id: 'term',
      label: ({ binding }) => (binding.endsAt ? 'Change the end…' : 'Set an end…'),
      icon: <CalendarClock />,
      disabledReason: (row) => changeDenial(place, row, selfId),
      run: ({ member }) => runs.term(member.id),
    }),
    defineMenuAction<BindingRow>({
      id: 'end',
      label: 'End role…',
      icon: <CircleMinus />,
      tone: 'destructive',
      disabledReason: (row) => removalDenial(place, row, selfId),
      run: ({ member }) => runs.end(member.id),
    }),
  ],
]
