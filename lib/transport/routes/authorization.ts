import 'server-only'
import { z } from 'zod'
import type { Permission } from '@/lib/domain/permissions'
import { checkAccess } from '@/lib/modules/access/queries/check-access'
import { defineRoute } from '../api/route'
import { single, text } from '../api/wire'
import { permissionWords, resourceTypes } from './authorization-words'

/** What the organization has no rows of: its id stands for them. */
const organizationWide = new Set<string>([
  'organization',
  'organization_settings',
  'organization_billing',
  'aggregated_instance_usage',
  'api_keys',
  'api_key_expiration',
  'support_requests',
])

/** Their words for ours. Whatever is not here is granted by nothing here. */
const granted: Record<string, Permission> = {
  'organization.get': 'organization.read',
  'organization.list': 'organization.read',
  'organization.update': 'organization.rename',
  'organization.delete': 'organization.delete',
  'organization.manage_iam': 'member.change_role',
  'organization.cloud_create': 'cloud.create',
  'organization.image_create': 'image.create',
  'organization.non_base_image_create': 'image.create',
  'organization.base_image_list': 'image.list',
  'organization.api_key_create': 'api_key.create_own',
  'organization.api_key_list': 'api_key.list_own',
  'organization_settings.get': 'organization.read_details',
  'organization_settings.update': 'organization.rename',
  'api_keys.create': 'api_key.create_own',
  'api_keys.list': 'api_key.list_own',
  'api_keys.get': 'api_key.list_own',
  'api_keys.delete': 'api_key.revoke_own',
  'cloud.get': 'cloud.read',
  'cloud.list': 'cloud.read',
  'cloud.update': 'cloud.rename',
  'cloud.delete': 'cloud.delete',
  'cloud.manage_iam': 'cloud.grant',
  'cloud.project_create': 'project.create',
  'cloud.compute_config_create': 'compute_config.create',
  'project.get': 'project.read',
  'project.list': 'project.read',
  'project.update': 'project.change',
  'project.delete': 'project.delete',
  'project.manage_iam': 'project.grant',
  'project.operate': 'workload.run',
  'project.workspace_create': 'workload.run',
  'project.job_create': 'workload.run',
  'project.service_create': 'workload.run',
}

export const authorization = [
  defineRoute({
    method: 'POST',
    path: '/authorization/check',
    operationId: 'check_authorization',
    summary: 'Ask whether the key may do something',
    permission: 'access.read_own',
    refusals: ['not_found'],
    body: z
      .object({
        resource_id: text.min(1),
        resource_type: z.enum(resourceTypes),
        permission: z.enum(permissionWords),
      })
      .meta({
        examples: [
          {
            resource_id: 'org_lknunpjkh6u4kors5i8zlvbj86',
            resource_type: 'organization',
            permission: 'manage_iam',
          },
        ],
      }),
    answer: single(z.object({ allowed: z.boolean() }).meta({ id: 'PermissionCheck' })),
    handle: async ({ run, body: { resource_id: id, resource_type: type, permission } }) => {
      const { allowed } = await run(checkAccess, {
        resource: { kind: organizationWide.has(type) ? 'organization' : type, id },
        permission: granted[`${type}.${permission}`] ?? null,
      })
      return { result: { allowed } }
    },
  }),
]
