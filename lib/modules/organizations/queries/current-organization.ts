import 'server-only'
import { z } from 'zod'
import { idOf, moment, storedRole } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'

/** The organization one is signed in to, and oneself in it: what the frame of every page shows. */
export const currentOrganization = defineQuery({
  name: 'organization.current',
  summary: 'Say who the caller is and in which organization',
  scope: 'organization',
  permission: 'organization.read',
  input: z.object({}),
  output: z.object({
    organization: z.object({ id: idOf('org'), name: z.string(), createdAt: moment }),
    self: z.object({
      id: idOf('ide'),
      userId: idOf('usr'),
      name: z.string(),
      email: z.string(),
      role: storedRole,
    }),
  }),
  run: async ({ db, self }) => ({
    organization: await db.organization.findFirstOrThrow(),
    self,
  }),
})
