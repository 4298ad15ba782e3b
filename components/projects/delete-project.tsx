'use client'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import type { z } from 'zod'
import { useViewer } from '@/components/access/viewer'
import { notify } from '@/components/feedback/notify'
import { DeletePlace } from '@/components/resources/delete-place'
import { Going } from '@/components/resources/going'
import type { ProjectRow } from '@/components/resources/shapes'
import { problemOf } from '@/lib/client/problem-error'
import { consoleQuery } from '@/lib/client/query'
import { useCommand } from '@/lib/client/use-command'
import type { ProjectEnds as Schema } from '@/lib/modules/projects/project-ends'
import { deleteProjectAction } from '@/lib/transport/actions/projects'
import { projectReads } from './project-queries'

type ProjectEnds = z.output<typeof Schema>

type Props = { project: ProjectRow; onClose: () => void }

/** What goes with a project, and its name typed. */
export function DeleteProject({ project, onClose }: Props) {
  const { organizationId } = useViewer()
  const router = useRouter()
  const { data, error } = useQuery({
    ...consoleQuery<ProjectEnds>(organizationId, 'project.preview_deletion', {
      projectId: project.id,
    }),
    staleTime: 0,
  })
  const command = useCommand(deleteProjectAction, {
    organizationId,
    // Not the reads of the project itself: its page is being left.
    invalidates: projectReads.filter((name) => !name.endsWith('.get') && !name.includes('binding')),
    onDone: ({ name }) => {
      notify.done(
        <>
          Deleted the project <bdi className="font-medium">{name}</bdi>
        </>,
      )
      router.replace('/projects')
    },
  })
  return (
    <DeletePlace
      kind="project"
      name={project.name}
      preview={data}
      ends={data && <Ends {...data} />}
      problem={command.problem ?? (error && problemOf(error))}
      pending={command.pending}
      submitLabel="Delete project"
      onDelete={(typed) => void command.run({ projectId: project.id, typed })}
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
