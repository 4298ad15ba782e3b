import 'server-only'
import { defineQuery } from '@/lib/kernel/define'
import { Problem } from '@/lib/kernel/problem'
import { fromCloud, OnCloud } from '../binding'
import { membersNamed } from '../internal/members'
import { shownOnCloud } from '../internal/shown'

/** One row of the list, by who it is of: organization owners, whose rows rest, are not in it. */
export const readOnCloud = defineQuery({
  name: 'binding.read_on_cloud',
  summary: 'Read somebody’s role on a cloud',
  scope: 'organization',
  permission: 'cloud.list_members',
  locate: ({ cloudId }) => ({ cloud: cloudId }),
  input: fromCloud,
  output: OnCloud,
  async run(context, input) {
    const member = (await membersNamed(context.db, [input]))(input)
    if (!member || member.role === 'owner') throw notOnCloud()
    const row = (await shownOnCloud(context, [member.id])).get(member.id)
    if (!row) throw notOnCloud()
    return row
  },
})

export const notOnCloud = () => new Problem('not_found', 'There is no such member on this cloud.')
