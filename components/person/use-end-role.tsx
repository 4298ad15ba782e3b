'use client'
import { useViewer } from '@/components/access/viewer'
import { grantedOf, type Line } from '@/components/access-tree/tree-model'
import { useConfirm } from '@/components/feedback/confirm'
import { notify } from '@/components/feedback/notify'
import { useCommand } from '@/lib/client/use-command'
import { isolated } from '@/lib/domain/isolated'
import { placeRoleLabel } from '@/lib/domain/roles'
import type { Member } from '@/lib/modules/members/member'
import { removeFromCloudAction, removeFromProjectAction } from '@/lib/transport/actions/bindings'

const invalidates = [
  'access.tree',
  'access.explain_of_member',
  'access.who_can',
  'binding.list_on_cloud',
  'binding.list_on_project',
  'member.list',
  'member.preview_removal',
  'event.list',
]

/** Asks, with what goes along, and ends the role of a line. */
export function useEndRole({ id: memberId, name }: Pick<Member, 'id' | 'name'>) {
  const { organizationId } = useViewer()
  const confirm = useConfirm()
  const fromCloud = useCommand(removeFromCloudAction, { organizationId, invalidates })
  const fromProject = useCommand(removeFromProjectAction, { organizationId, invalidates })
  return async (line: Line) => {
    const { on, node, cloud } = line
    const granted = grantedOf(line)
    if (!granted) return
    const role = placeRoleLabel(granted)
    const projects = cloud.projects.filter(({ given }) => given).length
    const done = await confirm({
      title: `End ${role} of ${isolated(name)} ${on === 'cloud' ? 'on' : 'in'} ${isolated(node.name)}?`,
      groups: [
        {
          kind: 'ends',
          body:
            on === 'cloud' ? (
              <>
                Everything <bdi>{name}</bdi> reaches on <bdi>{node.name}</bdi>, public projects too
                {projects > 0 && (
                  <>
                    , with the {projects === 1 ? 'role' : 'roles'} in {projects} of its projects
                  </>
                )}
                .
              </>
            ) : (
              <>
                The role of <bdi>{name}</bdi> in <bdi>{node.name}</bdi>.
                {line.node.isPublic &&
                  ' The project is public: everybody on the cloud still writes in it.'}
              </>
            ),
        },
      ],
      verb: 'End role',
      pendingVerb: 'Ending…',
      tone: 'destructive',
      action: () =>
        on === 'cloud'
          ? fromCloud.run({ cloudId: node.id, memberId })
          : fromProject.run({ projectId: node.id, memberId }),
    })
    if (!done) return
    notify.done(
      <>
        Ended {role} of <bdi className="font-medium">{name}</bdi>
      </>,
    )
  }
}
