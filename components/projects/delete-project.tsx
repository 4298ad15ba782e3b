'use client'
import type { z } from 'zod'
import { DeletePlace } from '@/components/resources/delete-place'
import { Going } from '@/components/resources/going'
import type { ProjectRow } from '@/components/resources/shapes'
import { useDeletion } from '@/components/resources/use-deletion'
import type { ProjectEnds as Schema } from '@/lib/modules/projects/project-ends'
import { deleteProjectAction } from '@/lib/transport/actions/projects'
import { projectReads } from './project-queries'

type ProjectEnds = z.output<typeof Schema>

type Props = { project: ProjectRow; onClose: () => void }

/** What goes with a project, and its name typed. */
export function DeleteProject({ project, onClose }: Props) {
  const asked = { one: 'project', id: project.id, reads: projectReads } as const
  const { run, ...deletion } = useDeletion<ProjectEnds, Parameters<typeof deleteProjectAction>[1]>(
    deleteProjectAction,
    asked,
  )
  const { preview } = deletion
  return (
    <DeletePlace
      kind="project"
      name={project.name}
      {...deletion}
      ends={preview && <Ends {...preview} />}
      submitLabel="Delete project"
      onDelete={(typed) => void run({ projectId: project.id, typed })}
      onClose={onClose}
    />
  )
}

const Ends = ({ members }: ProjectEnds) => (
  <>
    <Going going={members} one="member’s roles" many="members’ roles" />
    {members.count === 0 && 'No one has a role of their own in it.'}
  </>
)
