import 'server-only'
import { z } from 'zod'
import { permissionNames } from '@/lib/domain/permissions'
import { defineQuery } from '@/lib/kernel/define'
import { Explanation } from '../explanation'
import { explained } from '../internal/explained'
import { readMemberAccess } from '../internal/member-access'
import { placeOf } from '../internal/place'
import { Resource } from '../question'

/** "Why may I, why may I not, and who could change that?" */
export const explainAccess = defineQuery({
  name: 'access.explain',
  summary: 'Ask why one may do something, or may not',
  scope: 'organization',
  permission: 'access.read_own',
  locate: ({ resource }) => placeOf(resource),
  input: z.object({ resource: Resource, permission: z.enum(permissionNames) }),
  output: Explanation,
  async run(context, question) {
    const { db, self, access } = context
    const asked = await readMemberAccess(db, context, { memberId: self.id }, question.resource)
    const { ceiling } = access // of the key that asks
    const held = { ...asked.access, ...(ceiling && { ceiling }) }
    return explained(context, question, { ...asked, access: held })
  },
})
