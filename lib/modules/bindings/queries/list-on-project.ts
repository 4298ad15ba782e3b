import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import { pageInput, pageOf } from '@/lib/kernel/page'
import { Inherited, listFilters, OnProject, projectRoleFilter } from '../binding'
import { readInherited } from '../internal/inherited'
import { listHeld } from '../internal/list'
import { shownInProject } from '../internal/shown'

export const listOnProject = defineQuery({
  name: 'binding.list_on_project',
  summary: 'List who holds a role of their own in a project',
  scope: 'organization',
  permission: 'project.list_members',
  locate: ({ projectId }) => ({ project: projectId }),
  input: z.object({
    projectId: idOf('prj'),
    ...listFilters,
    roles: projectRoleFilter,
    ...pageInput,
  }),
  output: pageOf(OnProject).extend({ inherited: Inherited.nullable() }),
  async run(context, input) {
    const page = await listHeld(context, input, shownInProject)
    return { ...page, inherited: input.inherited ? await readInherited(context) : null }
  },
})
