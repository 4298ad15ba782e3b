import 'server-only'
import { z } from 'zod'
import { isolated } from '@/lib/domain/isolated'
import { expectedVersion, idOf } from '@/lib/domain/schemas'
import { changed, defineCommand, unchanged } from '@/lib/kernel/define'
import { refuse } from '@/lib/kernel/problem'
import { refuseStale } from '@/lib/kernel/stale'
import { foldedName, resourceName } from '@/lib/modules/clouds/cloud'
import { findProject } from '../internal/find-project'
import { description, ProjectRow } from '../project'
import { projectNameDenial, projectNameTaken } from '../project-rules'

export const changeProject = defineCommand({
  name: 'project.change',
  summary: 'Change the name or the description of a project',
  scope: 'organization',
  permission: 'project.change',
  event: 'project.changed',
  lock: 'organization',
  locate: ({ projectId }) => ({ project: projectId }),
  input: z.object({
    projectId: idOf('prj'),
    name: resourceName.optional(),
    description: description.optional(),
    expectedVersion,
  }),
  output: ProjectRow,
  async run(context, { projectId, name, description, expectedVersion }) {
    const { db } = context
    const present = await findProject(context, projectId)
    const after = {
      name: name ?? present.name,
      description: description ?? present.description,
    }
    const renamed = after.name !== present.name
    if (!renamed && after.description === present.description) return unchanged(present)
    refuseStale(present, expectedVersion, isolated(present.name), { name: present.name })
    if (renamed) {
      refuse(projectNameDenial(present))
      const where = { cloudId: present.cloud.id, name: after.name }
      const same = await db.project.findFirst({ where, select: { id: true } })
      if (same) refuse(projectNameTaken(after.name, present.cloud.name))
    }
    const data = { ...after, ...foldedName(after.name), version: { increment: 1 } }
    await db.project.updateMany({ where: { id: projectId }, data })
    return changed(await findProject(context, projectId), {
      subject: { kind: 'project', id: projectId, label: after.name },
      before: { name: present.name, description: present.description },
      after,
    })
  },
})
