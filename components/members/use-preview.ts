'use client'
import { useQuery } from '@tanstack/react-query'
import { useViewer } from '@/components/access/viewer'
import { problemOf } from '@/lib/client/problem-error'
import { consoleQuery } from '@/lib/client/query'
import type { RoleChangePreview } from './role-changes'
import type { Choice } from './role-choice'

/** What the chosen role would change, from the code that will do it; read anew for each choice. */
export function usePreview(choice: Choice | null) {
  const { organizationId } = useViewer()
  const input = { memberId: choice?.base.id, role: choice?.role }
  const read = useQuery({
    ...consoleQuery<RoleChangePreview>(organizationId, 'member.preview_role_change', input),
    enabled: choice !== null,
    staleTime: 0,
    placeholderData: undefined,
  })
  return { preview: read.data, problem: read.error && problemOf(read.error) }
}
