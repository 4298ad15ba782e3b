import type { Page } from '@/components/data-table/pager'
import type { ProjectRow } from '@/components/resources/shapes'
import { consoleQuery } from '@/lib/client/query'

export const projectQuery = (organizationId: string, projectId: string) =>
  consoleQuery<ProjectRow>(organizationId, 'project.get', { projectId })

export const projectsQuery = (organizationId: string, input: object) =>
  consoleQuery<Page<ProjectRow>>(organizationId, 'project.list', input)

/** What shows a project or who is in it. */
export const projectReads = [
  'project.list',
  'project.get',
  'cloud.list',
  'cloud.get',
  'binding.list_on_project',
  'event.list',
]
