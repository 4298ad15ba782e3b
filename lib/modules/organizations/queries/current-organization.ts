import 'server-only'
import { z } from 'zod'
import { includesPlace } from '@/lib/domain/ceiling'
import { decide } from '@/lib/domain/decide'
import { idOf, moment, storedRole } from '@/lib/domain/schemas'
import { ceilingOf } from '@/lib/kernel/caller'
import { defineQuery } from '@/lib/kernel/define'
import { memberCounter } from '@/lib/platform/db/member-list'
import { organizationRow } from '@/lib/platform/db/organization-row'
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
      /** Of whoever holds a key, when they can reach it. */
      defaultCloudId: z.string().nullable(),
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
  ahead: (db) => ({ read: read(db), all: true }),
  together: () => true,
  async run({ db, self, caller, access }) {
    const [row, counter] = await read(db)
    const seesPeople = decide(access, 'member.list').allowed
    const ceiling = ceilingOf(caller)
    const cloud = row.defaultCloudId
    const seesCloud = !ceiling || !cloud || includesPlace(ceiling, { cloud, project: null })
    const organization = {
      ...row,
      defaultCloudId: seesCloud ? cloud : null,
      deletion: deletionOf(row),
    }
    return { organization, self, ...(seesPeople && { people: counter.people }) }
  },
})

/** Sent together, the two are one round trip. */
const read = (db: object) => Promise.all([organizationRow(db), memberCounter(db)])
