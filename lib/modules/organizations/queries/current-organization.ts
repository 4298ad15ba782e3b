import 'server-only'
import { z } from 'zod'
import { decide } from '@/lib/domain/decide'
import { idOf, moment, storedRole } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import { Deletion, deletionOf } from '../organization'

/** The organization one is signed in to, and oneself in it: what the frame of every page shows. */
export const currentOrganization = defineQuery({
  name: 'organization.current',
  summary: 'Say who the caller is and in which organization',
  scope: 'organization',
  permission: 'organization.read',
  input: z.object({}),
  output: z.object({
    organization: z.object({
      id: idOf('org'),
      name: z.string(),
      createdAt: moment,
      /** The end that an owner asked for. */
      deletion: Deletion.nullable(),
    }),
    self: z.object({
      id: idOf('ide'),
      userId: idOf('usr'),
      name: z.string(),
      email: z.string(),
      role: storedRole,
    }),
    /** How many people are in it, off the counter row; absent for those who may not see them. */
    people: z.int().optional(),
  }),
  async run({ db, self, access }) {
    const row = await db.organization.findFirstOrThrow()
    const organization = { ...row, deletion: deletionOf(row) }
    if (!decide(access, 'member.list').allowed) return { organization, self }
    const counter = await db.organizationCounter.findFirst()
    return { organization, self, people: counter?.people ?? 0 }
  },
})
