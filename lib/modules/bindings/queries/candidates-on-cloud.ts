import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import { Candidate } from '../binding'
import { candidates } from '../internal/candidates'

export const candidatesOnCloud = defineQuery({
  name: 'binding.candidates_on_cloud',
  summary: 'Find people to give a role on a cloud',
  scope: 'organization',
  permission: 'cloud.grant',
  locate: ({ cloudId }) => ({ cloud: cloudId }),
  input: z.object({ cloudId: idOf('cld'), search: z.string().max(400).default('') }),
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
