import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import { Candidates } from '../binding'
import { candidates } from '../internal/candidates'

export const candidatesOnProject = defineQuery({
  name: 'binding.candidates_on_project',
  summary: 'Find people to give a role in a project',
  scope: 'organization',
  permission: 'project.grant',
  locate: ({ projectId }) => ({ project: projectId }),
  input: z.object({ projectId: idOf('prj'), search: z.string().max(400).default('') }),
  output: Candidates,
  run: candidates,
})
