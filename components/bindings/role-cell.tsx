'use client'
import { useViewer } from '@/components/access/viewer'
import { projectRoleLabels } from '@/lib/domain/roles'
import type { BindingRow } from './binding-shapes'
import { changeDenial, roleDenial } from './denials'
import { grantDenial, type Place } from './place'
import { usePlace } from './place-context'
import { choiceLabel } from './role-choices'
import { RoleMenu } from './role-menu'
import { useChangeBinding } from './use-change-binding'

/** The role of a row: to change where that may be, else in words. */
export function RoleCell({ row }: { row: BindingRow }) {
  const place = usePlace()
  const { identityId } = useViewer()
  const change = useChangeBinding(place)
  const words = <RoleWords kind={place.kind} row={row} />
  if (grantDenial(place)) return words
  return (
    <RoleMenu
      kind={place.kind}
      value={row}
      label={`${choiceLabel(place.kind, row)}, role of ${row.member.name}`}
      reason={changeDenial(place, row, identityId)}
      denialOf={(role) => roleDenial(place, row, role, identityId)}
      pending={change.pending}
      onChoose={(choice) => change.save(row, choice)}
    >
      {words}
    </RoleMenu>
  )
}

/** A role that is held back is struck beside what is left: ~~Write~~ Read-only. */
function RoleWords({ kind, row }: { kind: Place['kind']; row: BindingRow }) {
  const label = choiceLabel(kind, row)
  const heldBack = kind === 'project' && row.tier === 'readonly' && row.role !== 'readonly'
  if (!heldBack) return <span className="whitespace-nowrap">{label}</span>
  return (
    <span className="whitespace-nowrap">
      <s className="font-normal text-muted-foreground">
        <span className="sr-only">Held back: </span>
        {label}
      </s>{' '}
      {projectRoleLabels.readonly}
    </span>
  )
}
