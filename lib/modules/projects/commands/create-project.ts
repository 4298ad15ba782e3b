import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { changed, defineCommand } from '@/lib/kernel/define'
import { refuse } from '@/lib/kernel/problem'
import { newBinding } from '@/lib/modules/bindings/binding'
import { resourceName } from '@/lib/modules/clouds/cloud'
import { findProject } from '../internal/find-project'
import { description, newProject, ProjectRow } from '../project'
import { projectNameTaken } from '../project-rules'

/** Whoever makes a project owns it, by a role that others may take (facts §1.4). */
export const createProject = defineCommand({
  name: 'project.create',
  summary: 'Create a project',
  scope: 'organization',
  permission: 'project.create',
  event: 'project.created',
  lock: 'organization',
  locate: ({ cloudId }) => ({ cloud: cloudId }),
  input: z.object({
    cloudId: idOf('cld'),
    name: resourceName,
    description: description.default(''),
    isPublic: z
      .boolean()
      .default(false)
      .describe('Allow all users in this cloud to view and edit this project.'),
  }),
  output: ProjectRow,
  async run(context, { cloudId, name, description, isPublic }) {
    const { db, self, now, target } = context
    const same = await db.project.findFirst({ where: { cloudId, name }, select: { id: true } })
    if (same) refuse(projectNameTaken(name, target.cloud.name))
    const given = { cloudId, name, description, isPublic, creatorId: self.id, now }
    const project = newProject(given)
    await db.project.create({ data: project })
    const role = { role: 'owner', origin: 'creator', createdById: self.id } as const
    const of = { membershipId: self.id, cloudId, projectId: project.id }
    await db.roleBinding.create({ data: newBinding({ ...of, ...role, now }) })
    return changed(await findProject(context, project.id), {
      subject: { kind: 'project', id: project.id, label: name },
      after: { cloud: target.cloud.name, isPublic },
    })
  },
})
