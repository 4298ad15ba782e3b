'use client'
import { DeletePlace } from '@/components/resources/delete-place'
import { Going } from '@/components/resources/going'
import type { CloudRow } from '@/components/resources/shapes'
import { useDeletion } from '@/components/resources/use-deletion'
import { plural } from '@/lib/client/words'
import type { CloudEnds } from '@/lib/modules/clouds/cloud-ends'
import { deleteCloudAction } from '@/lib/transport/actions/clouds'
import { cloudReads } from './cloud-queries'

type Props = { cloud: CloudRow; onClose: () => void }

/** What goes with a cloud, and its name typed. */
export function DeleteCloud({ cloud, onClose }: Props) {
  const asked = { one: 'cloud', id: cloud.id, reads: cloudReads } as const
  const { run, ...deletion } = useDeletion<CloudEnds, Parameters<typeof deleteCloudAction>[1]>(
    deleteCloudAction,
    asked,
  )
  const { preview } = deletion
  const size = preview?.projects.count ?? 0
  return (
    <DeletePlace
      kind="cloud"
      name={cloud.name}
      {...deletion}
      ends={preview && <Ends {...preview} />}
      submitLabel={size > 0 ? `Delete with ${plural(size, 'project')}` : 'Delete cloud'}
      onDelete={(typed) => void run({ cloudId: cloud.id, typed })}
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
