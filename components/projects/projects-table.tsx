'use client'
import { Cloud } from 'lucide-react'
import { useTableView } from '@/components/data-table/use-table-view'
import { Contained } from '@/components/feedback/contained'
import { useGo } from '@/components/layout/use-go'
import { defineMenuAction } from '@/components/menu/menu-action'
import { NoPlaces } from '@/components/resources/no-places'
import { placeActions } from '@/components/resources/place-actions'
import { PlacesTable } from '@/components/resources/places-table'
import type { CloudRow, ProjectRow } from '@/components/resources/shapes'
import { lazily } from '@/components/ui/lazily'
import { projectColumns, projectColumnsOfCloud, projectHref } from './project-columns'
import { isFiltered } from './project-list'
import { ProjectsToolbar } from './projects-toolbar'
import type { useProjectCreation } from './use-project-creation'
import { useProjects } from './use-projects'

const CreateProject = lazily(() => import('./create-project').then((m) => m.CreateProject))

type Props = {
  /** Only those of this cloud. */
  cloud?: CloudRow
  creation: ReturnType<typeof useProjectCreation>
}

/** A list of projects with its search and filters, across clouds or of one. */
export function ProjectsTable({ cloud, creation }: Props) {
  const projects = useProjects(cloud?.id)
  const columns = cloud ? projectColumnsOfCloud : projectColumns
  const view = useTableView(cloud ? 'projects-of-cloud' : 'projects', columns)
  const go = useGo()
  const open = (project: ProjectRow) => go(projectHref(project))
  return (
    <>
      <ProjectsToolbar projects={projects} view={view} cloudId={cloud?.id} />
      <PlacesTable
        one="project"
        columns={columns}
        list={projects}
        filtered={isFiltered(projects.state)}
        view={view}
        actions={placeActions('project', open, go, toCloud(go))}
        onOpen={open}
        none={
          <NoPlaces
            one="project"
            denial={creation.denial}
            denied="You have no projects here yet. An owner of a project can add you, once you have a role on its cloud."
            onCreate={creation.show}
          >
            A project holds the work of a team on one cloud. It is private, or open to everyone on
            its cloud.
          </NoPlaces>
        }
      />
      <Contained onClose={creation.close}>
        {creation.isOpen && !creation.denial && (
          <CreateProject cloud={cloud} onClose={creation.close} />
        )}
      </Contained>
    </>
  )
}

const toCloud = (go: (href: string) => void) =>
  defineMenuAction<ProjectRow>({
    id: 'cloud',
    label: 'Open its cloud',
    icon: <Cloud />,
    run: ({ cloud }) => go(`/clouds/${cloud.id}/projects`),
  })
