'use client'
import { useViewer } from '@/components/access/viewer'
import { notify } from '@/components/feedback/notify'
import { useCommand } from '@/lib/client/use-command'
import type { CloudRole, ProjectRole } from '@/lib/domain/roles'
import { changeOnCloudAction, changeOnProjectAction } from '@/lib/transport/actions/bindings'
import type { BindingRow } from './binding-shapes'
import { bindingReads, type Place, type RoleChoice } from './place'
import { choiceLabel } from './role-choices'

type Times = { startsAt?: string | null; endsAt?: string | null }
export type BindingChange = RoleChoice & Times & { memberId: string; expectedVersion?: number }

/** Changes the role of one member on a place; the problem comes back as a value. */
export function useBindingCommand(place: Place) {
  const { organizationId } = useViewer()
  const options = { organizationId, invalidates: bindingReads }
  const onCloud = useCommand(changeOnCloudAction, options)
  const onProject = useCommand(changeOnProjectAction, options)
  const run = ({ role, readOnly, ...change }: BindingChange) =>
    place.kind === 'cloud'
      ? onCloud.run({ cloudId: place.id, role: role as CloudRole, readOnly, ...change })
      : onProject.run({ projectId: place.id, role: role as ProjectRole, ...change })
  const { pending, problem, reset } = place.kind === 'cloud' ? onCloud : onProject
  return { run, pending, problem, reset }
}

/** The same from a row's menu: says what was done, and offers the way back. */
export function useChangeBinding(place: Place) {
  const command = useBindingCommand(place)
  const save = async (row: BindingRow, choice: RoleChoice) => {
    if (choice.role === row.role && choice.readOnly === row.readOnly) return
    const { id: memberId, name } = row.member
    const said = (to: RoleChoice) => (
      <>
        <bdi className="font-medium">{name}</bdi> is now {choiceLabel(place.kind, to)} on{' '}
        <bdi>{place.name}</bdi>
      </>
    )
    const result = await command.run({
      memberId,
      role: choice.role,
      readOnly: choice.readOnly,
      expectedVersion: row.binding.version,
    })
    if (!result.ok) return notify.problem(result.problem)
    const undo = async () => {
      const { role, readOnly } = row
      const back = await command.run({ memberId, role, readOnly })
      if (back.ok) notify.done(said(row))
      else notify.problem(back.problem)
    }
    notify.done(said(choice), { undo: () => void undo() })
  }
  return { save, pending: command.pending }
}
