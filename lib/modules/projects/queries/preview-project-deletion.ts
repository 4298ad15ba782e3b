import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import { endsOfPlace } from '@/lib/platform/db/place-ends'
import { projectOf } from '../internal/find-project'
import { ProjectEnds } from '../project-ends'
import { projectDeletionDenial } from '../project-rules'

/** What goes with the project, for the dialog to say before the button. */
export const previewProjectDeletion = defineQuery({
  name: 'project.preview_deletion',
  summary: 'Say what goes with a project',
  scope: 'organization',
  permission: 'project.delete',
  locate: ({ projectId }) => ({ project: projectId }),
  input: z.object({ projectId: idOf('prj') }),
  output: ProjectEnds,
  async run({ db, target }, { projectId }) {
    const { members, workloads } = await endsOfPlace(db, { project: projectId })
    const denial = projectDeletionDenial(projectOf(target), { goingOn: workloads.count })
    return { members, workloads, denial: denial?.detail ?? null }
  },
})
