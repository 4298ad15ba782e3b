'use client'
import { Command } from 'cmdk'
import { Avatar } from '@/components/access/avatar'
import { menuItem } from '@/components/ui/menu-styles'
import type { Candidate } from './binding-shapes'
import type { Place, RoleChoice } from './place'
import { choiceLabel } from './role-choices'

type Props = { place: Place; candidate: Candidate; onPick: () => void }

/** Why somebody who was found gets nothing here; null: they may. */
function reasonOf(place: Place, { held, onCloud }: Candidate): string | null {
  if (held) return `Has ${choiceLabel(place.kind, held as RoleChoice)} already`
  if (place.kind === 'project' && !onCloud) return `Needs a role on ${place.cloud.name} first`
  return null
}

export function CandidateLine({ place, candidate, onPick }: Props) {
  const { id, name, email, kind } = candidate
  const reason = reasonOf(place, candidate)
  return (
    <Command.Item
      value={id}
      disabled={reason !== null}
      onSelect={onPick}
      className={`${menuItem} data-[selected=true]:bg-accent dark:data-[selected=true]:bg-pressed ${reason ? 'text-disabled-foreground' : ''}`}
    >
      <Avatar id={id} name={name} kind={kind} />
      <span className="min-w-0 flex-1 sm:flex sm:gap-2">
        <bdi className="block min-w-0 truncate">{name}</bdi>
        <span className="block min-w-0 truncate text-muted-foreground max-sm:text-xs">{email}</span>
      </span>
      {reason && <span className="shrink-0 text-muted-foreground text-xs leading-5">{reason}</span>}
    </Command.Item>
  )
}
