'use client'
import { useViewer } from '@/components/access/viewer'
import { useCommand } from '@/lib/client/use-command'
import type { CloudRole, ProjectRole } from '@/lib/domain/roles'
import { grantOnCloudAction, grantOnProjectAction } from '@/lib/transport/actions/bindings'
import type { Granted } from './binding-shapes'
import { bindingReads, type Place, type RoleChoice } from './place'

type Who = { memberId?: string; email?: string }
type Given = RoleChoice & { startsAt?: string | null; endsAt?: string | null }

/** Gives several people the same role on a place, each with its own result. */
export function useGrant(place: Place, onDone: (answer: Granted) => void) {
  const { organizationId } = useViewer()
  const options = { organizationId, invalidates: bindingReads, onDone }
  const onCloud = useCommand(grantOnCloudAction, options)
  const onProject = useCommand(grantOnProjectAction, options)
  const run = (whom: readonly Who[], { role, readOnly, ...times }: Given) => {
    if (place.kind === 'cloud') {
      const grants = whom.map((who) => ({ ...who, ...times, readOnly, role: role as CloudRole }))
      return onCloud.run({ cloudId: place.id, grants })
    }
    const grants = whom.map((who) => ({ ...who, ...times, role: role as ProjectRole }))
    return onProject.run({ projectId: place.id, grants })
  }
  const { pending, problem } = place.kind === 'cloud' ? onCloud : onProject
  return { run, pending, problem }
}
