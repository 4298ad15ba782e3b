import 'server-only'
import { z } from 'zod'
import { permissionNames } from '@/lib/domain/permissions'
import { defineQuery } from '@/lib/kernel/define'
import { Explanation } from '../explanation'
import { explained } from '../internal/explained'
import { placeOf, requirePlace } from '../internal/place'
import { readWhom } from '../internal/whom'
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
    const { db, now, organizationId, self, target, access } = context
    requirePlace(question.resource, organizationId, target)
    const member = await readWhom(db, self.id, now)
    return explained(context, question, { member, target, access })
  },
})
