import 'server-only'
import { defineCommand } from '@/lib/kernel/define'
import { cloudChange, OnCloud } from '../binding'
import { change } from '../internal/change'
import { shownOnCloud, shownOne } from '../internal/shown'

export const changeOnCloud = defineCommand({
  name: 'binding.change_on_cloud',
  summary: 'Change somebody’s role on a cloud',
  scope: 'organization',
  permission: 'cloud.grant',
  event: 'role_binding.changed',
  furtherEvents: ['role_binding.created', 'role_binding.ended', 'role_binding.removed'],
  lock: 'organization',
  locate: ({ cloudId }) => ({ cloud: cloudId }),
  input: cloudChange,
  output: OnCloud,
  run: (context, input) =>
    change(context, input, (member) => shownOne(shownOnCloud, context, member)),
})
