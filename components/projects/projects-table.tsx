'use client'
import { DataTable } from '@/components/data-table/data-table'
import { sortOf } from '@/components/data-table/sort-text'
import { useTableView } from '@/components/data-table/use-table-view'
import { Contained } from '@/components/feedback/contained'
import { useGo } from '@/components/layout/use-go'
import { MenuEntries } from '@/components/menu/menu-entries'
import { EmptyPlaces } from '@/components/resources/empty-places'
import { NoPlaces } from '@/components/resources/no-places'
import type { CloudRow, ProjectRow } from '@/components/resources/shapes'
import { lazily } from '@/components/ui/lazily'
import { problemOf } from '@/lib/client/problem-error'
import { useProjectActions } from './project-actions'
import { projectColumns, projectColumnsOfCloud, projectHref } from './project-columns'
import { isFiltered } from './project-list'
import { ProjectsToolbar } from './projects-toolbar'
import type { useProjectCreation } from './use-project-creation'
import { useProjects } from './use-projects'

const CreateProject = lazily(() => import('./create-project').then((m) => m.CreateProject))

const idOf = ({ id }: ProjectRow) => id

type Props = {
  /** Only those of this cloud. */
  cloud?: CloudRow
  creation: ReturnType<typeof useProjectCreation>
}

/** A list of projects with its search and filters, across clouds or of one. */
export function ProjectsTable({ cloud, creation }: Props) {
  const projects = useProjects(cloud?.id)
  const { data, error, isPlaceholderData } = projects.page
  const columns = cloud ? projectColumnsOfCloud : projectColumns
  const view = useTableView(cloud ? 'projects-of-cloud' : 'projects', columns)
  const go = useGo()
  const open = (project: ProjectRow) => go(projectHref(project))
  const actions = useProjectActions(open)
  return (
    <>
      <ProjectsToolbar projects={projects} view={view} cloudId={cloud?.id} />
      <DataTable
        caption="Projects"
        columns={columns}
        rows={data?.rows}
        getRowId={idOf}
        rowLabel={({ name }) => name}
        sort={sortOf(projects.state.sort)}
        onSort={projects.sort}
        fetching={isPlaceholderData}
        problem={error && problemOf(error)}
        onRetry={projects.retry}
        rowMenu={(row) => <MenuEntries actions={actions} row={row} />}
        onOpen={open}
        view={view}
        pager={projects.pager}
        empty={
          <EmptyPlaces
            one="project"
            state={projects.state}
            filtered={isFiltered(projects.state)}
            onClear={projects.clear}
            onFirstPage={projects.firstPage}
          >
            <NoPlaces
              one="project"
              denial={creation.denial}
              denied="You have no projects here yet. An owner of a project can add you, once you have a role on its cloud."
              onCreate={creation.show}
            >
              A project holds the work of a team on one cloud. It is private, or open to everyone on
              its cloud.
            </NoPlaces>
          </EmptyPlaces>
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
