import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import { Candidate } from '../binding'
import { candidates } from '../internal/candidates'

export const candidatesOnProject = defineQuery({
  name: 'binding.candidates_on_project',
  summary: 'Find people to give a role in a project',
  scope: 'organization',
  permission: 'project.grant',
  locate: ({ projectId }) => ({ project: projectId }),
  input: z.object({ projectId: idOf('prj'), search: z.string().max(400).default('') }),
  output: z.object({
    rows: z.array(Candidate),
    /** Only a whole email address finds somebody. */
    exactOnly: z.boolean(),
  }),
  async run(context, { search }) {
    const { self, target } = context
    const exactOnly = self.role !== 'owner' && target.project === null
    return { rows: await candidates(context, search), exactOnly }
  },
})
