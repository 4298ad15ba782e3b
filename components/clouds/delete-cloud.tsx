'use client'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useViewer } from '@/components/access/viewer'
import { notify } from '@/components/feedback/notify'
import { DeletePlace } from '@/components/resources/delete-place'
import { Going } from '@/components/resources/going'
import type { CloudRow } from '@/components/resources/shapes'
import { problemOf } from '@/lib/client/problem-error'
import { consoleQuery } from '@/lib/client/query'
import { useCommand } from '@/lib/client/use-command'
import { plural } from '@/lib/client/words'
import type { CloudEnds } from '@/lib/modules/clouds/cloud-ends'
import { deleteCloudAction } from '@/lib/transport/actions/clouds'
import { cloudReads } from './cloud-queries'

type Props = { cloud: CloudRow; onClose: () => void }

/** What goes with a cloud, and its name typed. */
export function DeleteCloud({ cloud, onClose }: Props) {
  const { organizationId } = useViewer()
  const router = useRouter()
  const { data, error } = useQuery({
    ...consoleQuery<CloudEnds>(organizationId, 'cloud.preview_deletion', { cloudId: cloud.id }),
    staleTime: 0,
  })
  const command = useCommand(deleteCloudAction, {
    organizationId,
    // Not the reads of the cloud itself: its page is being left.
    invalidates: cloudReads.filter((name) => !name.endsWith('.get') && !name.includes('binding')),
    onDone: ({ name }) => {
      notify.done(
        <>
          Deleted the cloud <bdi className="font-medium">{name}</bdi>
        </>,
      )
      router.replace('/clouds')
    },
  })
  const size = data?.projects.count ?? 0
  return (
    <DeletePlace
      kind="cloud"
      name={cloud.name}
      preview={data}
      ends={data && <Ends {...data} />}
      problem={command.problem ?? (error && problemOf(error))}
      pending={command.pending}
      submitLabel={size > 0 ? `Delete with ${plural(size, 'project')}` : 'Delete cloud'}
      onDelete={(typed) => void command.run({ cloudId: cloud.id, typed })}
      onClose={onClose}
    />
  )
}

const Ends = ({ projects, members }: CloudEnds) => (
  <>
    <Going going={projects} one="project" />
    <Going going={members} one="member’s roles" many="members’ roles" />
    {projects.count + members.count === 0 && 'Nothing else is on it.'}
  </>
)
