'use client'
import { Command } from 'cmdk'
import { CornerDownLeft, Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import type { Member } from '@/lib/modules/members/member'
import { markedParts } from './palette-search'

export type Item = {
  id: string
  icon: ReactNode
  label: ReactNode
  /** After the label, quieter. */
  note?: ReactNode
  /** Why it does nothing. */
  reason: string | null
  run: () => void
  /** Tab leads on to what can be done with this person. */
  member?: Member
}

export type ItemGroup = { heading: string; items: readonly Item[] }

type Props = { item: Item; onChoose: (item: Item) => void }

/**
 * Not cmdk's `disabled`, nor `aria-disabled`, which its arrow keys skip: an entry that does nothing must be
 * reachable, because it says why.
 */
export const PaletteItem = ({ item, onChoose }: Props) => (
  <Command.Item
    value={item.id}
    onSelect={() => !item.reason && onChoose(item)}
    className={cn(
      'group/item flex min-h-9 items-center gap-3 rounded-md px-2.5 py-1.5 text-foreground data-[selected=true]:bg-accent max-sm:min-h-11 dark:data-[selected=true]:bg-pressed [&>.lucide]:text-muted-foreground',
      item.reason && 'text-muted-foreground',
    )}
  >
    <span className="flex w-5 shrink-0 justify-center [&>.lucide]:text-muted-foreground">
      {item.reason ? <Lock /> : item.icon}
    </span>
    <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
      {item.label}
      {item.note && <span className="text-muted-foreground"> · {item.note}</span>}
      {item.reason && (
        <span className="text-xs">
          {' · '}
          <span className="sr-only">Not available:</span> {item.reason}
        </span>
      )}
    </span>
    {!item.reason && (
      <span
        aria-hidden
        className="hidden rounded-sm border bg-background px-1 text-muted-foreground group-data-[selected=true]/item:block max-sm:group-data-[selected=true]/item:hidden"
      >
        <CornerDownLeft className="size-3.5" />
      </span>
    )}
  </Command.Item>
)

/** What was typed stands out in a name. */
export function Marked({ text, typed }: { text: string; typed: string }) {
  const [before, found, after] = markedParts(text, typed)
  return (
    <bdi>
      {before}
      {found && <b className="font-semibold">{found}</b>}
      {after}
    </bdi>
  )
}
