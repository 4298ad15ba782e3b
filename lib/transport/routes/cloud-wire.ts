import 'server-only'
import { z } from 'zod'
import type { OutputOf } from '@/lib/kernel/define'
import { computeStacks, providers } from '@/lib/modules/clouds/cloud'
import type { getCloud } from '@/lib/modules/clouds/queries/get-cloud'
import { time, wireTime } from '../api/wire'
import { MiniUser, miniUser } from './creator-wire'

export const exampleCloud = {
  id: 'cld_9vq2ke7fd3mx05ahw61ztubnrc',
  name: 'prod-us-west',
  provider: 'AWS' as const,
  region: 'us-west-2',
  credentials: '' as const,
  compute_stack: 'VM' as const,
  type: 'PUBLIC' as const,
  state: 'ACTIVE' as const,
  status: 'ready' as const,
  version: 'v2' as const,
  creator_id: 'usr_764n07887310ju4o8gryavdvyw',
  created_at: '2026-11-24T08:02:06.510000+00:00',
  is_default: true,
  auto_add_user: false,
  is_private_cloud: false,
  is_private_service_cloud: false,
  is_k8s: false,
  is_aioa: false as const,
  is_bring_your_own_resource: true as const,
  availability_zones: [],
  lineage_tracking_enabled: false as const,
  is_aggregated_logs_enabled: false as const,
  customer_aggregated_logs_config_id: '' as const,
  external_id: null,
  system_cluster_config_id: null,
  config: { max_stopped_instances: 0 as const },
}

const never = 'Not kept here.'

/** All that clients stop without (anyscale-client.md §5). Gatehouse runs no compute, so that part of it is the same for all. */
export const CloudWire = z
  .object({
    id: z.string(),
    name: z.string(),
    provider: z.enum(providers),
    region: z.string(),
    credentials: z.literal('').describe(never),
    compute_stack: z.enum(computeStacks),
    type: z.literal('PUBLIC'),
    state: z.literal('ACTIVE'),
    status: z.literal('ready'),
    version: z.literal('v2'),
    creator_id: z.string().describe('The user id (usr_…) of whoever made it.'),
    creator: MiniUser.optional(),
    created_at: time,
    is_default: z.boolean(),
    auto_add_user: z.boolean().describe('Whether it adds everybody who joins the organization.'),
    is_private_cloud: z.boolean(),
    is_private_service_cloud: z.boolean(),
    is_k8s: z.boolean(),
    is_aioa: z.literal(false),
    is_bring_your_own_resource: z.literal(true),
    availability_zones: z.array(z.string()),
    lineage_tracking_enabled: z.literal(false),
    is_aggregated_logs_enabled: z.literal(false),
    customer_aggregated_logs_config_id: z.literal('').describe(never),
    external_id: z.null(),
    system_cluster_config_id: z.null(),
    config: z.object({ max_stopped_instances: z.literal(0) }),
  })
  .meta({ id: 'Cloud', examples: [exampleCloud] })

export const cloudWire = (cloud: OutputOf<typeof getCloud>): z.input<typeof CloudWire> => ({
  ...exampleCloud,
  id: cloud.id,
  name: cloud.name,
  provider: cloud.provider,
  region: cloud.region,
  compute_stack: cloud.computeStack,
  creator_id: cloud.creator.userId,
  creator: miniUser(cloud.creator),
  created_at: wireTime(cloud.createdAt),
  is_default: cloud.isDefault,
  auto_add_user: cloud.autoAdd,
  is_private_cloud: cloud.isPrivate,
  is_private_service_cloud: cloud.isPrivate,
  is_k8s: cloud.computeStack !== 'VM',
})

export const cloudParams = {
  cloud_id: { description: 'The cloud id (cld_…), `id` of a row.', example: exampleCloud.id },
}
