import { CircleMinus, UsersRound } from 'lucide-react'
import { defineMenuAction, type MenuAction } from '@/components/menu/menu-action'
import type { InheritedRow } from './binding-shapes'
import type { Place } from './place'

const reasons: Record<InheritedRow['inherited'], (place: Place) => string> = {
  owners: () =>
    'Organization owners own every cloud and project. Make somebody a collaborator to end that.',
  cloudOwners: () => 'Owners of a cloud own its projects. Change the role on the cloud.',
  everyone: () => 'Everyone on the cloud writes in a public project. Make it private to end that.',
}

/** What may be done with access that nobody was given by a grant: see who, and read why it stays. */
export const inheritedEntries = (
  place: Place,
  open: (row: InheritedRow) => void,
  /** Why whoever looks does not see the people of the organization; null: they do. */
  usersDenial: string | null,
): MenuAction<InheritedRow>[][] => [
  [
    defineMenuAction<InheritedRow>({
      id: 'who',
      label: 'See who',
      icon: <UsersRound />,
      run: open,
      disabledReason: ({ inherited }) => (inherited === 'owners' ? usersDenial : null),
    }),
  ],
  [
    defineMenuAction<InheritedRow>({
      id: 'end',
      label: 'End role…',
      icon: <CircleMinus />,
      tone: 'destructive',
      disabledReason: ({ inherited }) => reasons[inherited](place),
      run: () => {},
    }),
  ],
]
