'use client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { useViewer } from '@/components/access/viewer'
import { notify } from '@/components/feedback/notify'
import type { ProjectRow } from '@/components/resources/shapes'
import { problemOf } from '@/lib/client/problem-error'
import { consoleQuery } from '@/lib/client/query'
import { useCommand } from '@/lib/client/use-command'
import { tierDenial } from '@/lib/domain/tier-denial'
import type { VisibilityChange } from '@/lib/modules/projects/project-ends'
import { visibilityDenial } from '@/lib/modules/projects/project-rules'
import { setVisibilityAction } from '@/lib/transport/actions/projects'
import { projectReads } from './project-queries'

export type VisibilityPreview = z.output<typeof VisibilityChange>

/** Public or private: what is chosen, what that would do, and doing it. */
export function useVisibility(project: ProjectRow) {
  const { organizationId } = useViewer()
  const [wanted, setWanted] = useState<boolean | null>(null)
  const asked = wanted !== null && wanted !== project.isPublic
  const preview = useQuery({
    ...consoleQuery<VisibilityPreview>(organizationId, 'project.preview_visibility', {
      projectId: project.id,
      isPublic: wanted ?? project.isPublic,
    }),
    enabled: asked,
    staleTime: 0,
    placeholderData: undefined,
  })
  const command = useCommand(setVisibilityAction, {
    organizationId,
    invalidates: projectReads,
    onDone: ({ name, isPublic }) => {
      setWanted(null)
      notify.done(
        <>
          Made <bdi className="font-medium">{name}</bdi> {isPublic ? 'public' : 'private'}
        </>,
      )
    },
  })
  const rule = visibilityDenial(project, !project.isPublic)
  return {
    reason: tierDenial('project.change_visibility', project.tier) ?? rule?.detail ?? null,
    /** What is chosen and not done yet; null: as it is. */
    wanted: asked ? wanted : null,
    value: wanted ?? project.isPublic,
    choose: (isPublic: boolean) => {
      command.reset()
      setWanted(isPublic)
    },
    cancel: () => setWanted(null),
    preview: asked ? preview.data : undefined,
    problem: command.problem ?? (asked && preview.error ? problemOf(preview.error) : null),
    pending: command.pending,
    save: () => asked && void command.run({ projectId: project.id, isPublic: wanted }),
  }
}
export type Visibility = ReturnType<typeof useVisibility>
