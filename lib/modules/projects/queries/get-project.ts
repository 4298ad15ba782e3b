import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import { findProject } from '../internal/find-project'
import { ProjectRow } from '../project'

export const getProject = defineQuery({
  name: 'project.get',
  summary: 'Read one project',
  scope: 'organization',
  permission: 'project.read',
  locate: ({ projectId }) => ({ project: projectId }),
  input: z.object({ projectId: idOf('prj') }),
  output: ProjectRow,
  run: (context, { projectId }) => findProject(context, projectId),
})
