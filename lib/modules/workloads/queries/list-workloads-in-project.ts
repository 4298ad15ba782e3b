import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import { pageOf } from '@/lib/kernel/page'
import { listFor, workloadFilters } from '../internal/workload-list'
import { Workload } from '../workload'

/** The same of one project: whoever cannot reach it is told that there is none. */
export const listWorkloadsInProject = defineQuery({
  name: 'workload.list_in_project',
  summary: 'List what runs in a project',
  scope: 'organization',
  permission: 'workload.read',
  locate: ({ projectId }) => ({ project: projectId }),
  input: z.object({ projectId: idOf('prj'), ...workloadFilters }),
  output: pageOf(Workload),
  run: listFor,
})
