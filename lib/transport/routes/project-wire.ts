import 'server-only'
import { z } from 'zod'
import type { OutputOf } from '@/lib/kernel/define'
import type { getProject } from '@/lib/modules/projects/queries/get-project'
import { plainTo, time, wireTime } from '../api/wire'
import { exampleCloud } from './cloud-wire'
import { MiniUser, miniUser } from './creator-wire'

/** What a project is for. */
export const projectText = plainTo(2_000)

type Project = OutputOf<typeof getProject>

export const exampleProject = {
  id: 'prj_3xk2m9w7qe1hv5ztub0rc8adfn',
  name: 'grasp-policy',
  description: 'Policies of the gripper',
  parent_cloud_id: exampleCloud.id,
  cloud_id: exampleCloud.id,
  last_used_cloud_id: exampleCloud.id,
  cloud: exampleCloud.name,
  creator_id: exampleCloud.creator_id,
  created_at: exampleCloud.created_at,
  is_owner: true,
  is_read_only: false,
  is_default: false,
  is_public: false,
  directory_name: 'grasp-policy',
  initial_cluster_config: null,
}

export const ProjectWire = z
  .object({
    id: z.string(),
    name: z.string(),
    description: z.string(),
    parent_cloud_id: z.string().describe('The cloud that it is in.'),
    cloud_id: z.string().describe('The same.'),
    last_used_cloud_id: z.string().describe('The same.'),
    cloud: z.string().describe('The name of the cloud.'),
    creator_id: z.string().describe('The user id (usr_…) of whoever made it.'),
    creator: MiniUser.optional(),
    created_at: time,
    is_owner: z.boolean().describe('Whether the key may change who has access.'),
    is_read_only: z.boolean().describe('Whether the key may only read.'),
    is_default: z.boolean(),
    is_public: z.boolean().describe('Whether everybody on its cloud may view and edit it.'),
    directory_name: z.string(),
    initial_cluster_config: z.null(),
  })
  .meta({ id: 'Project', examples: [exampleProject] })

export const projectWire = (project: Project): z.input<typeof ProjectWire> => ({
  id: project.id,
  name: project.name,
  description: project.description,
  parent_cloud_id: project.cloud.id,
  cloud_id: project.cloud.id,
  last_used_cloud_id: project.cloud.id,
  cloud: project.cloud.name,
  creator_id: project.creator.userId,
  creator: miniUser(project.creator),
  created_at: wireTime(project.createdAt),
  is_owner: project.tier === 'owner',
  is_read_only: project.tier === 'readonly',
  is_default: project.isDefault,
  is_public: project.isPublic,
  directory_name: project.name,
  initial_cluster_config: null,
})

/** The older public form, under /ext/v0. */
export const ExtProjectWire = z
  .object({
    id: z.string(),
    name: z.string(),
    description: z.string(),
    cluster_config: z.string().describe('Always empty.'),
    organization_id: z.string(),
    parent_cloud_id: z.string(),
    last_used_cloud_id: z.string(),
    creator_id: z.string(),
    created_at: time,
    is_default: z.boolean(),
    directory_name: z.string(),
  })
  .meta({
    id: 'ExtProject',
    examples: [
      {
        id: exampleProject.id,
        name: exampleProject.name,
        description: exampleProject.description,
        cluster_config: '',
        organization_id: 'org_lknunpjkh6u4kors5i8zlvbj86',
        parent_cloud_id: exampleCloud.id,
        last_used_cloud_id: exampleCloud.id,
        creator_id: exampleCloud.creator_id,
        created_at: exampleCloud.created_at,
        is_default: false,
        directory_name: exampleProject.directory_name,
      },
    ],
  })

export const extProjectWire = (
  project: Project,
  organizationId: string,
): z.input<typeof ExtProjectWire> => ({
  id: project.id,
  name: project.name,
  description: project.description,
  cluster_config: '',
  organization_id: organizationId,
  parent_cloud_id: project.cloud.id,
  last_used_cloud_id: project.cloud.id,
  creator_id: project.creator.userId,
  created_at: wireTime(project.createdAt),
  is_default: project.isDefault,
  directory_name: project.name,
})

export const projectParams = {
  project_id: { description: 'The project id (prj_…), `id` of a row.', example: exampleProject.id },
}
