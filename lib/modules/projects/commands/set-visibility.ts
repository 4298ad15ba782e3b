import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { changed, defineCommand, unchanged } from '@/lib/kernel/define'
import { refuse } from '@/lib/kernel/problem'
import { findProject, projectOf } from '../internal/find-project'
import { ProjectRow } from '../project'
import { visibilityDenial } from '../project-rules'

/** Public: everybody on the cloud writes in it, read-only people read. Private: those who hold a role in it. */
export const setVisibility = defineCommand({
  name: 'project.set_visibility',
  summary: 'Make a project public or private',
  scope: 'organization',
  permission: 'project.change_visibility',
  event: 'project.visibility_changed',
  lock: 'organization',
  locate: ({ projectId }) => ({ project: projectId }),
  input: z.object({ projectId: idOf('prj'), isPublic: z.boolean() }),
  output: ProjectRow,
  async run(context, { projectId, isPublic }) {
    const { db, target } = context
    const present = projectOf(target)
    if (present.isPublic === isPublic) return unchanged(await findProject(context, projectId))
    refuse(visibilityDenial(present, isPublic))
    const data = { isPublic, version: { increment: 1 } }
    await db.project.updateMany({ where: { id: projectId }, data })
    return changed(await findProject(context, projectId), {
      subject: { kind: 'project', id: projectId, label: present.name },
      before: { isPublic: present.isPublic },
      after: { isPublic, cloud: target.cloud.name },
    })
  },
})
