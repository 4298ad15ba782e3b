import 'server-only'
import { z } from 'zod'
import { organizationRole } from '@/lib/domain/schemas'
import { currentOrganization } from '@/lib/modules/organizations/queries/current-organization'
import { createServiceAccount } from '@/lib/modules/service-accounts/commands/create-service-account'
import { defineRoute } from '../api/route'
import { single, time, wireTime } from '../api/wire'
import { accountNameText, exampleAccount } from './service-accounts'

const Created = z
  .object({
    id: z.string().describe('The identity id (ide_…): delete by this one.'),
    user_id: z.string().describe('The user id (usr_…): make keys for this one.'),
    name: z.string(),
    organization_id: z.string(),
    email: z.string(),
    permission_level: organizationRole,
    created_at: time,
  })
  .meta({
    id: 'OrganizationServiceAccount',
    examples: [
      {
        ...exampleAccount,
        organization_id: 'org_7k2m9qx4vt8wz3n6c5h1r0bj4e',
        permission_level: 'collaborator',
        created_at: '2026-11-24T08:02:06.510000+00:00',
      },
    ],
  })

export const serviceAccountUsers = [
  defineRoute({
    method: 'POST',
    path: '/users/service_accounts',
    operationId: 'create_service_account',
    summary: 'Create a service account; without a key, which is made by users/create_api_key',
    permission: 'service_account.create',
    query: z.object({
      name: accountNameText,
    }),
    answer: single(Created),
    repeatable: (answer) => answer,
    async handle({ run, query: { name } }) {
      const account = await run(createServiceAccount, { name })
      const { organization } = await run(currentOrganization, {})
      return {
        result: {
          id: account.id,
          user_id: account.userId,
          name: account.name,
          organization_id: organization.id,
          email: account.email,
          permission_level: 'collaborator' as const,
          created_at: wireTime(account.createdAt),
        },
      }
    },
  }),
]
