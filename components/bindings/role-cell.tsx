'use client'
import { useViewer } from '@/components/access/viewer'
import type { ProjectRole } from '@/lib/domain/roles'
import { cloudChangeDenial, projectRoleDenial } from '@/lib/modules/bindings/binding-rules'
import type { BindingRow } from './binding-shapes'
import { grantDenial, type Place } from './place'
import { usePlace } from './place-context'
import { choiceLabel, roleDenial } from './role-choices'
import { RoleMenu } from './role-menu'
import { useChangeBinding } from './use-change-binding'

/** Why this row's role cannot be changed by whoever looks; null: it can. */
export function changeDenial(place: Place, row: BindingRow, selfId: string): string | null {
  const { member } = row
  if (place.kind === 'cloud') return cloudChangeDenial(member, { selfId })?.detail ?? null
  // Read-only suits whatever they hold on the cloud: what is left stands against any role.
  const standing = { selfId, onCloud: row.onCloud ?? null, cloudName: place.cloud.name }
  return projectRoleDenial(member, 'readonly', standing)?.detail ?? null
}

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
      denialOf={(role) =>
        place.kind === 'cloud'
          ? null
          : roleDenial(role, {
              member: row.member,
              onCloud: row.onCloud,
              cloudName: place.cloud.name,
            })
      }
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
      {choiceLabel('project', { role: 'readonly' satisfies ProjectRole, readOnly: false })}
    </span>
  )
}
