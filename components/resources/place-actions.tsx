import { Copy, Settings2 } from 'lucide-react'
import { placeGlyph } from '@/components/access/place-glyph'
import { copyAndSay } from '@/components/members/member-actions'
import { defineMenuAction, type MenuAction } from '@/components/menu/menu-action'

/** What may be done with a cloud or a project of a list; `to`: a further place it leads to. */
export const placeActions = <R extends { id: string }>(
  one: 'cloud' | 'project',
  open: (row: R) => void,
  go: (href: string) => void,
  to: MenuAction<R>,
): MenuAction<R>[][] => [
  [
    defineMenuAction<R>({
      id: 'open',
      label: 'Open',
      icon: placeGlyph(one),
      shortcut: '↵',
      run: open,
    }),
    to,
    defineMenuAction<R>({
      id: 'settings',
      label: 'Settings',
      icon: <Settings2 />,
      run: ({ id }) => go(`/${one}s/${id}/settings`),
    }),
  ],
  [
    defineMenuAction<R>({
      id: 'copy',
      label: `Copy ${one} ID`,
      icon: <Copy />,
      run: ({ id }, { notify }) => copyAndSay(id, notify),
    }),
  ],
]
