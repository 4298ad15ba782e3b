import 'server-only'
import { z } from 'zod'
import { idOf, moment } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import { registrationLink } from '@/lib/platform/auth/registration-link'
import { Deletion, deletionOf } from '../organization'

const NAMED_OWNERS = 5

/** Organizational details: what owners see and change under Organization settings. */
export const organizationDetails = defineQuery({
  name: 'organization.details',
  summary: 'Read the details of the organization',
  scope: 'organization',
  permission: 'organization.read_details',
  input: z.object({}),
  output: z.object({
    id: idOf('org'),
    name: z.string(),
    version: z.int(),
    createdAt: moment,
    registrationLink: z.string(),
    people: z.int(),
    owners: z.object({
      count: z.int(),
      /** The first by name. */
      first: z.array(z.object({ id: idOf('ide'), name: z.string() })),
    }),
    deletion: Deletion.nullable(),
  }),
  async run({ db }) {
    const organization = await db.organization.findFirstOrThrow()
    const counter = await db.organizationCounter.findFirstOrThrow()
    const first = await db.membership.findMany({
      where: { role: 'owner', endedAt: null, suspendedAt: null },
      orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
      take: NAMED_OWNERS,
      select: { id: true, name: true },
    })
    return {
      ...organization,
      registrationLink: registrationLink(organization.id),
      people: counter.people,
      owners: { count: counter.owners, first },
      deletion: deletionOf(organization),
    }
  },
})
