import 'server-only'
import { z } from 'zod'
import { organizationRole } from '@/lib/domain/schemas'
import { currentOrganization } from '@/lib/modules/organizations/queries/current-organization'
import { defineRoute } from '../api/route'
import { single } from '../api/wire'

const Organization = z
  .object({
    id: z.string(),
    name: z.string(),
    public_identifier: z.string(),
    is_general_platform_enabled: z.boolean(),
    is_private_endpoints_enabled: z.boolean(),
    is_usage_blocked: z.boolean(),
    default_cloud_id: z.string().nullable().describe('Null also when the key cannot reach it.'),
    sso_mode: z.enum(['off', 'optional', 'required']),
    sso_required: z.boolean(),
    is_deactivated: z.boolean(),
  })
  .meta({ id: 'Organization' })

/** Every command of the official client reads this first and stops when one of its fields is missing (§2). */
const UserInfo = z
  .object({
    id: z.string().describe('The user id (usr_…).'),
    email: z.string(),
    name: z.string(),
    username: z.string(),
    verified: z.boolean(),
    organization_permission_level: organizationRole,
    organization_ids: z.array(z.string()),
    organizations: z.array(Organization),
    ld_hash: z.string(),
    ld_hash_fields: z.array(z.string()),
    pylon_hash: z.string(),
  })
  .meta({ id: 'UserInfo' })

export const userinfo = [
  defineRoute({
    method: 'GET',
    path: '/userinfo/',
    operationId: 'get_userinfo',
    summary: 'Say whom the key belongs to, and its organization',
    permission: 'organization.read',
    answer: single(UserInfo),
    async handle({ run }) {
      const { organization, self } = await run(currentOrganization, {})
      return {
        result: {
          id: self.userId,
          email: self.email,
          name: self.name,
          username: self.email,
          verified: true,
          organization_permission_level: self.role,
          organization_ids: [organization.id],
          organizations: [
            {
              id: organization.id,
              name: organization.name,
              public_identifier: organization.id,
              is_general_platform_enabled: false,
              is_private_endpoints_enabled: false,
              is_usage_blocked: false,
              default_cloud_id: organization.defaultCloudId,
              sso_mode: 'off' as const,
              sso_required: false,
              is_deactivated: false,
            },
          ],
          ld_hash: '',
          ld_hash_fields: [],
          pylon_hash: '',
        },
      }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/cli_usage/',
    operationId: 'post_cli_usage',
    summary: 'Accept what the command line reports after each command, and keep nothing of it',
    permission: 'organization.read',
    async handle({ run }) {
      await run(currentOrganization, {})
    },
  }),
]
