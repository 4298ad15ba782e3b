import 'server-only'
import { z } from 'zod'
import { permissionNames } from '@/lib/domain/permissions'
import { defineQuery } from '@/lib/kernel/define'
import { placeOf, requirePlace } from '../internal/place'
import { answerOf, Verdict } from '../internal/verdict'
import { Resource } from '../question'

/** "May I do that here?", answered by the same policy that decides when it is done. */
export const checkAccess = defineQuery({
  name: 'access.check',
  summary: 'Ask whether one may do something',
  scope: 'organization',
  permission: 'access.read_own',
  locate: ({ resource }) => placeOf(resource),
  ahead: () => ({ read: Promise.resolve(), all: true }),
  together: () => true,
  input: z.object({
    resource: Resource,
    /** Null: a permission that nothing here grants. */
    permission: z.enum(permissionNames).nullable(),
  }),
  output: Verdict,
  async run({ access, organizationId, target }, { resource, permission }) {
    requirePlace(resource, organizationId, target)
    return answerOf(access, permission, resource)
  },
})
