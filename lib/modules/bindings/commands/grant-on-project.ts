import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { changed, defineCommand, unchanged } from '@/lib/kernel/define'
import { Granted, projectGrants } from '../binding'
import { give } from '../internal/give'

/** Gives people on the cloud roles in one of its projects. */
export const grantOnProject = defineCommand({
  name: 'binding.grant_on_project',
  summary: 'Give people a role in a project',
  scope: 'organization',
  permission: 'project.grant',
  event: 'role_binding.created',
  furtherEvents: ['role_binding.ended'],
  lock: 'organization',
  locate: ({ projectId }) => ({ project: projectId }),
  input: z.object({ projectId: idOf('prj'), ...projectGrants }),
  output: Granted,
  async run(context, input) {
    const { results, created, ended } = await give(context, input)
    return created.length > 0 ? changed({ results }, created, ...ended) : unchanged({ results })
  },
})
