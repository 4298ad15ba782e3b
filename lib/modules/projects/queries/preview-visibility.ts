import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import { affectedByVisibility } from '@/lib/platform/db/visibility'
import { projectOf } from '../internal/find-project'
import { VisibilityChange } from '../project-ends'
import { visibilityDenial } from '../project-rules'

/** Whose access becomes another one when the project does, for the dialog to say before the button. */
export const previewVisibility = defineQuery({
  name: 'project.preview_visibility',
  summary: 'Say whose access changes with the visibility of a project',
  scope: 'organization',
  permission: 'project.change_visibility',
  locate: ({ projectId }) => ({ project: projectId }),
  input: z.object({ projectId: idOf('prj'), isPublic: z.boolean() }),
  output: VisibilityChange,
  async run({ db, now, target }, { projectId, isPublic }) {
    const present = projectOf(target)
    const denial = visibilityDenial(present, isPublic)
    const affected = await affectedByVisibility(db, projectId, isPublic, now)
    return { isPublic: present.isPublic, ...affected, denial: denial?.detail ?? null }
  },
})
