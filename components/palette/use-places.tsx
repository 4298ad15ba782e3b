'use client'
import { useQuery } from '@tanstack/react-query'
import { Box, Cloud } from 'lucide-react'
import { useViewer } from '@/components/access/viewer'
import { cloudHref } from '@/components/clouds/cloud-href'
import { cloudsQuery } from '@/components/clouds/cloud-queries'
import { placeWords } from '@/components/clouds/provider-words'
import { useGo } from '@/components/layout/use-go'
import { useSettled } from '@/components/members/use-settled'
import { projectsQuery } from '@/components/projects/project-queries'
import { fold } from '@/lib/domain/fold'
import { type Item, Marked } from './palette-item'

const SHOWN = 4

/** The clouds and projects that a text names, of those that the viewer can reach. */
export function usePlaces(typed: string) {
  const { organizationId } = useViewer()
  const go = useGo()
  const search = useSettled(typed)
  const asked = fold(search) !== ''
  const input = { search, count: SHOWN }
  const clouds = useQuery({ ...cloudsQuery(organizationId, input), enabled: asked })
  const projects = useQuery({ ...projectsQuery(organizationId, input), enabled: asked })
  // The answer to what was typed before may still be here.
  const named = ({ name }: { name: string }) =>
    fold(typed) !== '' && fold(name).includes(fold(typed))
  return {
    clouds: (clouds.data?.rows ?? []).filter(named).map(
      (cloud): Item => ({
        id: cloud.id,
        icon: <Cloud />,
        label: <Marked text={cloud.name} typed={typed} />,
        note: placeWords(cloud),
        reason: null,
        run: () => go(cloudHref(cloud)),
      }),
    ),
    projects: (projects.data?.rows ?? []).filter(named).map(
      (project): Item => ({
        id: project.id,
        icon: <Box />,
        label: <Marked text={project.name} typed={typed} />,
        note: <bdi>{project.cloud.name}</bdi>,
        reason: null,
        run: () => go(`/projects/${project.id}/access`),
      }),
    ),
  }
}
