import 'server-only'
import { z } from 'zod'
import { renameOrganization } from '@/lib/modules/organizations/commands/rename-organization'
import { currentOrganization } from '@/lib/modules/organizations/queries/current-organization'
import { defineRoute } from '../api/route'
import { nameText, single, time, wireTime } from '../api/wire'

const Organization = z
  .object({
    id: z.string().describe('The organization id (org_…).'),
    name: z.string(),
    created_at: time,
    people: z.int().optional().describe('Absent for those who may not list people.'),
    deletion_due_at: time
      .nullable()
      .describe('When everything of it is deleted, unless an owner stops it; null: never.'),
  })
  .meta({
    id: 'OrganizationDetails',
    examples: [
      {
        id: 'org_lknunpjkh6u4kors5i8zlvbj86',
        name: 'Halden Labs',
        created_at: '2026-11-24T08:02:06.510000+00:00',
        people: 128,
        deletion_due_at: null,
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
      const { id, name, createdAt, deletion } = organization
      const deletion_due_at = deletion && wireTime(deletion.dueAt)
      return { result: { id, name, created_at: wireTime(createdAt), people, deletion_due_at } }
    },
  }),
  defineRoute({
    method: 'PATCH',
    path: '/organization',
    operationId: 'rename_organization',
    summary: 'Change the name of the organization',
    permission: 'organization.rename',
    body: z.object({
      name: nameText.meta({ examples: ['Halden Robotics AS'] }),
      expected_version: z
        .int()
        .optional()
        .describe('Of an answer before: when it is not the present one, nothing is saved.'),
    }),
    refusals: ['stale'],
    answer: single(z.object({ id: z.string(), name: z.string(), version: z.int() })),
    async handle({ run, body: { name, expected_version: expectedVersion } }) {
      return { result: await run(renameOrganization, { name, expectedVersion }) }
    },
  }),
]
