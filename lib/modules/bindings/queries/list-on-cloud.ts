import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import { pageInput, pageOf } from '@/lib/kernel/page'
import { cloudRoleFilter, Inherited, listFilters, OnCloud } from '../binding'
import { readInherited } from '../internal/inherited'
import { listHeld } from '../internal/list'
import { shownOnCloud } from '../internal/shown'

export const listOnCloud = defineQuery({
  name: 'binding.list_on_cloud',
  summary: 'List who holds a role on a cloud',
  scope: 'organization',
  permission: 'cloud.list_members',
  locate: ({ cloudId }) => ({ cloud: cloudId }),
  input: z.object({ cloudId: idOf('cld'), ...listFilters, roles: cloudRoleFilter, ...pageInput }),
  output: pageOf(OnCloud).extend({ inherited: Inherited.nullable() }),
  async run(context, input) {
    const page = await listHeld(context, input, shownOnCloud)
    return { ...page, inherited: input.inherited ? await readInherited(context) : null }
  },
})
