import 'server-only'
import { z } from 'zod'
import { currentOrganization } from '@/lib/modules/organizations/queries/current-organization'
import { defineRoute } from '../api/route'
import { single, time, wireTime } from '../api/wire'

const Organization = z
  .object({
    id: z.string().describe('The organization id (org_…).'),
    name: z.string(),
    created_at: time,
    people: z.int().optional().describe('Absent for those who may not list people.'),
  })
  .meta({
    id: 'OrganizationDetails',
    examples: [
      {
        id: 'org_lknunpjkh6u4kors5i8zlvbj86',
        name: 'Halden Labs',
        created_at: '2026-11-24T08:02:06.510000+00:00',
        people: 128,
      },
    ],
  })

export const organization = [
  defineRoute({
    method: 'GET',
    path: '/organization',
    operationId: 'get_organization',
    summary: 'Read the organization of the key',
    permission: 'organization.read',
    answer: single(Organization),
    async handle({ run }) {
      const { organization, people } = await run(currentOrganization, {})
      const { id, name, createdAt } = organization
      return { result: { id, name, created_at: wireTime(createdAt), people } }
    },
  }),
]
