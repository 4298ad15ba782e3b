'use client'
import type { ReactNode } from 'react'
import { OriginMark } from '@/components/access/origin'
import { placeGlyph } from '@/components/access/place-glyph'
import { PlaceRoleChip } from '@/components/access/place-role'
import { StatusDot } from '@/components/access/status-dot'
import { Time } from '@/components/ui/time'
import { Truncate } from '@/components/ui/truncate'
import { placeRoleLabel } from '@/lib/domain/roles'
import {
  askedOf,
  effectOf,
  endOf,
  grantedOf,
  isHeldBack,
  type Line,
  type TreeView,
} from './tree-model'
import { TreeRow } from './tree-row'
import { becauseTitle, originText, type Whose } from './tree-words'
import { Why } from './why'

type Props = {
  line: Line
  view: TreeView
  whose: Whose
  memberId: string
  open: boolean
  onToggle: () => void
  actions?: ReactNode
}

/** A cloud or a project of somebody's tree. */
export function PlaceLine({ line, view, whose, memberId, open, onToggle, actions }: Props) {
  const { on, node } = line
  const granted = view === 'granted'
  const said = originText(line, whose, granted)
  const note =
    on === 'project' && node.isPublic ? 'public' : on === 'cloud' && node.isDefault && 'default'
  return (
    <TreeRow
      level={on === 'cloud' ? 2 : 3}
      label={node.name}
      icon={placeGlyph(on)}
      name={
        <>
          <Truncate className="font-medium text-foreground">{node.name}</Truncate>
          {note && <span className="shrink-0 text-muted-foreground">{note}</span>}
        </>
      }
      role={granted ? <Granted line={line} /> : <InEffect line={line} />}
      origin={
        said && (
          <OriginMark wrap origin={said.origin}>
            {said.words}
          </OriginMark>
        )
      }
      end={<End line={line} granted={granted} />}
      open={open}
      onToggle={onToggle}
    >
      <Why
        asked={{
          ...(!whose.own && { memberId }),
          permission: askedOf(line),
          place: { kind: on, id: node.id },
        }}
        title={becauseTitle(line, whose)}
        whose={whose}
        actions={actions}
      />
    </TreeRow>
  )
}

/** What is left stands beside what was given: Write struck, Read-only. */
function InEffect({ line }: { line: Line }) {
  const effect = effectOf(line)
  const granted = isHeldBack(line) ? grantedOf(line) : null
  return (
    <>
      {granted && (
        <span className="text-muted-foreground">
          <span className="sr-only">Given, held back: </span>
          <s>{placeRoleLabel(granted)}</s>
        </span>
      )}
      {effect ? (
        <>
          {granted && <span className="sr-only">In effect: </span>}
          <PlaceRoleChip held={effect} />
        </>
      ) : (
        <span className="text-muted-foreground">No access</span>
      )}
    </>
  )
}

function Granted({ line }: { line: Line }) {
  const granted = grantedOf(line)
  return granted ? (
    <PlaceRoleChip held={granted} />
  ) : (
    <span className="text-muted-foreground">None given</span>
  )
}

function End({ line, granted }: { line: Line; granted: boolean }) {
  const { given } = line.node
  if (given?.heldBack === 'ended' && given.endsAt) {
    return (
      <StatusDot tone="destructive">
        Ended <Time at={given.endsAt} />
      </StatusDot>
    )
  }
  if (given?.heldBack === 'not_started' && given.startsAt) {
    return (
      <StatusDot tone="waiting">
        From <Time at={given.startsAt} kind="end" />
      </StatusDot>
    )
  }
  const at = granted ? (given?.endsAt ?? null) : endOf(line)
  if (!at) return line.node.tier || granted ? <span className="max-sm:hidden">No end</span> : ''
  return (
    <StatusDot tone="warning">
      <span className="sm:hidden">Ends </span>
      <Time at={at} kind="end" />
    </StatusDot>
  )
}
