'use client'
import { useQuery } from '@tanstack/react-query'
import { useViewer } from '@/components/access/viewer'
import { problemOf } from '@/lib/client/problem-error'
import { consoleQuery } from '@/lib/client/query'
import { withheldBy } from './limit-words'
import type { RoleChangePreview } from './role-changes'
import { type Choice, limitsChange, roleChanges } from './role-choice'

/** What the chosen role would change, from the code that will do it, read anew for each choice; and what the deny roles would. */
export function usePreview(choice: Choice | null) {
  const { organizationId } = useViewer()
  const asked = choice !== null && roleChanges(choice)
  const input = { memberId: choice?.base.id, role: choice?.role }
  const read = useQuery({
    ...consoleQuery<RoleChangePreview>(organizationId, 'member.preview_role_change', input),
    enabled: asked,
    staleTime: 0,
    placeholderData: undefined,
  })
  const byRole = asked ? read.data : nothing
  return {
    preview: choice && byRole ? withLimits(byRole, choice) : undefined,
    problem: asked ? read.error && problemOf(read.error) : null,
  }
}

const nothing: RoleChangePreview = { gained: [], lost: [], invitations: [] }

/** Both roles hold what deny roles take, so the two never name the same right. */
function withLimits({ gained, lost, invitations }: RoleChangePreview, choice: Choice) {
  if (!limitsChange(choice)) return { gained, lost, invitations }
  const before = withheldBy(choice.base.limits)
  const after = withheldBy(choice.limits)
  const beyond = (some: typeof before, others: typeof before) =>
    some.filter(({ permission }) => others.every((other) => other.permission !== permission))
  return {
    gained: [...gained, ...beyond(before, after)],
    lost: [...lost, ...beyond(after, before)],
    invitations,
  }
}
