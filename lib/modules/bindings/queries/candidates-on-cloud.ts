import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import { Candidates } from '../binding'
import { candidates } from '../internal/candidates'

export const candidatesOnCloud = defineQuery({
  name: 'binding.candidates_on_cloud',
  summary: 'Find people to give a role on a cloud',
  scope: 'organization',
  permission: 'cloud.grant',
  locate: ({ cloudId }) => ({ cloud: cloudId }),
  input: z.object({ cloudId: idOf('cld'), search: z.string().max(400).default('') }),
  output: Candidates,
  run: candidates,
})
