import 'server-only'
import { defineCommand } from '@/lib/kernel/define'
import { OnProject, projectChange } from '../binding'
import { change } from '../internal/change'
import { shownInProject, shownOne } from '../internal/shown'

export const changeOnProject = defineCommand({
  name: 'binding.change_on_project',
  summary: 'Change somebody’s role in a project',
  scope: 'organization',
  permission: 'project.grant',
  event: 'role_binding.changed',
  furtherEvents: ['role_binding.created', 'role_binding.ended'],
  lock: 'organization',
  locate: ({ projectId }) => ({ project: projectId }),
  input: projectChange,
  output: OnProject,
  run: (context, input) =>
    change(context, input, (member) => shownOne(shownInProject, context, member)),
})
