import 'server-only'
import { z } from 'zod'
import { defineQuery } from '@/lib/kernel/define'
import { pageOf } from '@/lib/kernel/page'
import { listFor, workloadFilters } from '../internal/workload-list'
import { Workload } from '../workload'

/** What runs in the projects that one can reach, seen last first. */
export const listWorkloads = defineQuery({
  name: 'workload.list',
  summary: 'List what runs in the projects that one can reach',
  scope: 'organization',
  permission: 'project.list',
  input: z.object({
    projectId: z.string().max(100).optional().describe('An id that begins with prj_.'),
    ...workloadFilters,
  }),
  output: pageOf(Workload),
  run: listFor,
})
