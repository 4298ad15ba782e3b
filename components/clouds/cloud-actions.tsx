'use client'
import { Cloud, Copy, FolderOpen, Settings2 } from 'lucide-react'
import { useGo } from '@/components/layout/use-go'
import { copyAndSay } from '@/components/members/member-actions'
import { defineMenuAction, type MenuAction } from '@/components/menu/menu-action'
import type { CloudRow } from '@/components/resources/shapes'

/** What may be done with a cloud of the list. */
export function useCloudActions(open: (cloud: CloudRow) => void): MenuAction<CloudRow>[][] {
  const go = useGo()
  return [
    [
      defineMenuAction<CloudRow>({
        id: 'open',
        label: 'Open',
        icon: <Cloud />,
        shortcut: '↵',
        run: open,
      }),
      defineMenuAction<CloudRow>({
        id: 'projects',
        label: 'Projects',
        icon: <FolderOpen />,
        run: ({ id }) => go(`/clouds/${id}/projects`),
      }),
      defineMenuAction<CloudRow>({
        id: 'settings',
        label: 'Settings',
        icon: <Settings2 />,
        run: ({ id }) => go(`/clouds/${id}/settings`),
      }),
    ],
    [
      defineMenuAction<CloudRow>({
        id: 'copy',
        label: 'Copy cloud ID',
        icon: <Copy />,
        run: ({ id }, { notify }) => copyAndSay(id, notify),
      }),
    ],
  ]
}
