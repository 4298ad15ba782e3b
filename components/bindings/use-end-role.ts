'use client'
import { useViewer } from '@/components/access/viewer'
import { useCommand } from '@/lib/client/use-command'
import { removeFromCloudAction, removeFromProjectAction } from '@/lib/transport/actions/bindings'
import { bindingReads, type Where } from './place'

/** Ends the role of one member on a place; on a cloud the roles in its projects go with it. */
export function useEndRole(place: Where) {
  const { organizationId } = useViewer()
  const options = { organizationId, invalidates: bindingReads }
  const fromCloud = useCommand(removeFromCloudAction, options)
  const fromProject = useCommand(removeFromProjectAction, options)
  const run = (memberId: string) =>
    place.kind === 'cloud'
      ? fromCloud.run({ cloudId: place.id, memberId })
      : fromProject.run({ projectId: place.id, memberId })
  const { pending, problem } = place.kind === 'cloud' ? fromCloud : fromProject
  return { run, pending, problem }
}
