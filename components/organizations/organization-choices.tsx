'use client'
import { Check, ChevronRight, LoaderCircle } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { OrganizationMark } from '@/components/layout/organization-mark'
import { Kbd } from '@/components/ui/kbd'
import { SearchInput } from '@/components/ui/search-input'
import { Time } from '@/components/ui/time'
import { useNow } from '@/lib/client/clock'
import { stableDate, timeWords } from '@/lib/client/time-words'
import { plural } from '@/lib/client/words'
import { fold } from '@/lib/domain/fold'
import { roleLabels } from '@/lib/domain/roles'
import type { OrganizationSeat } from '@/lib/modules/sessions/organization-seat'
import { useChoiceKeys } from './use-choice-keys'

/** From so many on they are searched. */
const MANY = 8

type Props = {
  rows: readonly OrganizationSeat[]
  /** Where one is already. */
  current?: string
  /** The one that was chosen, while it is on its way. */
  pending: string | null
  onChoose: (row: OrganizationSeat) => void
}

/** One's organizations, the last used first: by mouse, by arrows, by a digit, or by what is typed. */
export function OrganizationChoices({ rows, current, pending, onChoose }: Props) {
  const [text, setText] = useState('')
  const box = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const onKeyDown = useChoiceKeys(list)
  useEffect(() => {
    // A phone would cover the list with its keyboard.
    if (!matchMedia('(hover: hover)').matches) return
    box.current?.querySelector<HTMLElement>('input, button')?.focus()
  }, [])
  const many = rows.length >= MANY
  const shown = rows.filter(({ name }) => fold(name).includes(fold(text)))
  const open = shown.filter(({ suspendedAt }) => suspendedAt === null)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the list and its search
    <div ref={box} onKeyDown={onKeyDown}>
      {many && (
        <div className="mb-3 flex sm:[&>div]:h-9 [&>div]:w-full">
          <SearchInput label="Search organizations" value={text} onValueChange={setText} />
        </div>
      )}
      <p role="status" className="sr-only">
        {text && plural(shown.length, 'organization')}
      </p>
      <ul ref={list} className="border-t">
        {shown.map((row) => (
          <li key={row.organizationId} className="border-border-subtle border-b last:border-none">
            {row.suspendedAt ? (
              <div className="flex items-center gap-3 px-1 py-3 text-muted-foreground">
                <Words row={row} dim />
              </div>
            ) : (
              <button
                type="button"
                aria-current={row.organizationId === current || undefined}
                aria-busy={row.organizationId === pending || undefined}
                onClick={() => onChoose(row)}
                className="flex w-full items-center gap-3 rounded-md px-1 py-3 text-left hover:bg-accent"
              >
                <Words row={row} />
                <End row={row} {...{ current, pending }} digit={open.indexOf(row) + 1} />
              </button>
            )}
          </li>
        ))}
      </ul>
      {shown.length === 0 && (
        <p className="py-3 text-muted-foreground">None of your organizations is called “{text}”.</p>
      )}
    </div>
  )
}

const Words = ({ row, dim = false }: { row: OrganizationSeat; dim?: boolean }) => (
  <>
    <span className={dim ? 'opacity-50 grayscale' : undefined}>
      <OrganizationMark id={row.organizationId} name={row.name} size={36} />
    </span>
    <span className="min-w-0 flex-1">
      <bdi className="block font-medium [overflow-wrap:anywhere]">{row.name}</bdi>
      <span className="block text-foreground-2">
        <Facts row={row} />
      </span>
    </span>
  </>
)

const Facts = ({ row }: { row: OrganizationSeat }): ReactNode =>
  row.suspendedAt ? (
    <>
      Suspended: <Time at={row.suspendedAt} />. Ask an owner there.
    </>
  ) : (
    <>
      {roleLabels[row.role]} ·{' '}
      {row.lastActiveAt ? <LastHere at={row.lastActiveAt} /> : 'never here'}
    </>
  )

// The words of a moment begin a sentence; here they end one.
const LastHere = ({ at }: { at: string }) => {
  const now = useNow()
  const date = new Date(at)
  const words = now === null ? stableDate(date) : timeWords(date, new Date(now), 'past')
  return (
    <time dateTime={at}>last here {words.replace(/^(Now|Yesterday)/, (w) => w.toLowerCase())}</time>
  )
}

type EndProps = Pick<Props, 'current' | 'pending'> & { row: OrganizationSeat; digit: number }

function End({ row, current, pending, digit }: EndProps) {
  if (row.organizationId === pending) {
    return <LoaderCircle className="animate-spin text-muted-foreground" />
  }
  if (row.organizationId === current) {
    return (
      <span className="flex items-center gap-1.5 text-muted-foreground text-xs">
        <Check /> Here now
      </span>
    )
  }
  return (
    <span className="flex items-center gap-3 text-muted-foreground">
      {digit <= 9 && <Kbd className="max-md:hidden">{digit}</Kbd>}
      <ChevronRight />
    </span>
  )
}
