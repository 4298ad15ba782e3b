import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { changed, defineCommand } from '@/lib/kernel/define'
import { refuseMistyped } from '@/lib/kernel/mistyped'
import { refuse } from '@/lib/kernel/problem'
import { endsOfPlace } from '@/lib/platform/db/place-ends'
import { projectOf } from '../internal/find-project'
import { projectDeletionDenial } from '../project-rules'

/** The project goes, with every role in it and what was reported to have run there. */
export const deleteProject = defineCommand({
  name: 'project.delete',
  summary: 'Delete a project',
  scope: 'organization',
  permission: 'project.delete',
  event: 'project.deleted',
  lock: 'organization',
  fresh: true,
  locate: ({ projectId }) => ({ project: projectId }),
  input: z.object({
    projectId: idOf('prj'),
    typed: z.string().max(400).optional().describe('The name of the project, typed.'),
  }),
  output: z.object({ id: idOf('prj'), name: z.string() }),
  async run({ db, target }, { typed }) {
    const { id, name, isDefault, isPublic } = projectOf(target)
    refuseMistyped(typed, name)
    const { members, workloads } = await endsOfPlace(db, { project: id })
    refuse(projectDeletionDenial({ isDefault }, { goingOn: workloads.count }))
    await db.project.deleteMany({ where: { id } })
    return changed(
      { id, name },
      {
        subject: { kind: 'project', id, label: name },
        before: { cloud: target.cloud.name, isPublic },
        after: { members: members.count },
      },
    )
  },
})
