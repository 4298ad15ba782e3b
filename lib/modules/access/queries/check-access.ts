import 'server-only'
import { z } from 'zod'
import { decide } from '@/lib/domain/decide'
import { type Permission, permissions } from '@/lib/domain/permissions'
import { defineQuery } from '@/lib/kernel/define'
import { Problem } from '@/lib/kernel/problem'

const names = Object.keys(permissions) as [Permission, ...Permission[]]

/** "May I do that here?", answered by the same policy that decides when it is done. */
export const checkAccess = defineQuery({
  name: 'access.check',
  summary: 'Ask whether one may do something',
  scope: 'organization',
  permission: 'access.read_own',
  input: z.object({
    resource: z.object({ kind: z.string().max(100), id: z.string().max(400) }),
    /** Null: a permission that nothing here grants. */
    permission: z.enum(names).nullable(),
  }),
  output: z.object({ allowed: z.boolean() }),
  async run({ access, organizationId }, { resource, permission }) {
    if (resource.kind !== 'organization' || resource.id !== organizationId) {
      throw new Problem('not_found', 'There is no such resource in this organization.')
    }
    return { allowed: permission !== null && decide(access, permission).allowed }
  },
})
