'use client'
import { Box, Cloud, Copy, Settings2 } from 'lucide-react'
import { useGo } from '@/components/layout/use-go'
import { copyAndSay } from '@/components/members/member-actions'
import { defineMenuAction, type MenuAction } from '@/components/menu/menu-action'
import type { ProjectRow } from '@/components/resources/shapes'

/** What may be done with a project of the list. */
export function useProjectActions(open: (project: ProjectRow) => void): MenuAction<ProjectRow>[][] {
  const go = useGo()
  return [
    [
      defineMenuAction<ProjectRow>({
        id: 'open',
        label: 'Open',
        icon: <Box />,
        shortcut: '↵',
        run: open,
      }),
      defineMenuAction<ProjectRow>({
        id: 'settings',
        label: 'Settings',
        icon: <Settings2 />,
        run: ({ id }) => go(`/projects/${id}/settings`),
      }),
      defineMenuAction<ProjectRow>({
        id: 'cloud',
        label: 'Open its cloud',
        icon: <Cloud />,
        run: ({ cloud }) => go(`/clouds/${cloud.id}/projects`),
      }),
    ],
    [
      defineMenuAction<ProjectRow>({
        id: 'copy',
        label: 'Copy project ID',
        icon: <Copy />,
        run: ({ id }, { notify }) => copyAndSay(id, notify),
      }),
    ],
  ]
}
