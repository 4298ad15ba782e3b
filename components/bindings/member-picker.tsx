'use client'
import { useQuery } from '@tanstack/react-query'
import { Command } from 'cmdk'
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react'
import { Avatar } from '@/components/access/avatar'
import { useViewer } from '@/components/access/viewer'
import type { ControlProps } from '@/components/form/field'
import { useSettled } from '@/components/members/use-settled'
import { Chip } from '@/components/ui/chip'
import { problemOf } from '@/lib/client/problem-error'
import { consoleQuery } from '@/lib/client/query'
import { fold, searchable } from '@/lib/domain/fold'
import type { Candidate } from './binding-shapes'
import { CandidateLine } from './candidate-line'
import { addressesIn, type Picked, pickedOf, withPicked } from './picked'
import { type Place, placeInput } from './place'

type Answer = { rows: Candidate[]; exactOnly: boolean }
type Props = {
  place: Place
  control: ControlProps
  picked: readonly Picked[]
  onChange: (picked: Picked[]) => void
  /** What stands in the field and is nobody yet. */
  text: string
  onText: (text: string) => void
}

export function useCandidates(place: Place, search: string) {
  const { organizationId } = useViewer()
  return useQuery(
    consoleQuery<Answer>(organizationId, `binding.candidates_on_${place.kind}`, {
      ...placeInput(place),
      search,
    }),
  )
}

/**
 * Several people at once: found by name or email, or pasted as a list of addresses. What is found lies over the fields below:
 * were they to move, a press on a button would miss it.
 */
export function MemberPicker({ place, control, picked, onChange, text, onText }: Props) {
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const { data, error } = useCandidates(place, useSettled(text))
  const taken = new Set(picked.map(({ key }) => key))
  // The answer to what was typed before may still be here: nobody that the text does not mean can be chosen by Enter.
  const rows = (data?.rows ?? [])
    .filter(({ id, name, email }) => !taken.has(id) && searchable(name, email).includes(fold(text)))
    .slice(0, 8)
  const add = (more: readonly Picked[], rest = '') => {
    onChange(withPicked(picked, more))
    onText(rest)
    setOpen(false)
  }
  const paste = (event: ClipboardEvent) => {
    const { found, rest } = addressesIn(event.clipboardData.getData('text'))
    if (found.length === 0) return
    event.preventDefault()
    add(found, rest)
  }
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (!open && event.key === 'ArrowDown') {
      event.preventDefault() // opens, and goes nowhere yet
      setOpen(true)
    }
    const last = picked.at(-1)
    if (event.key === 'Backspace' && text === '' && last) onChange(picked.slice(0, -1))
    // Whole addresses are meant as they stand, whatever the list offers.
    const whole = [',', ';', 'Enter'].includes(event.key) && text.includes('@')
    const { found, rest } = whole ? addressesIn(text) : { found: [], rest: '' }
    // Nobody is chosen from a list that is not seen.
    if (found.length > 0 || (!open && event.key === 'Enter')) event.preventDefault()
    if (found.length > 0) add(found, rest)
  }
  return (
    <Command
      ref={box}
      shouldFilter={false}
      label="People"
      loop
      className="relative"
      onBlur={({ relatedTarget }) => {
        if (!box.current?.contains(relatedTarget)) setOpen(false)
      }}
    >
      <div className="field-box flex max-h-40 min-h-8 flex-wrap items-center gap-1 overflow-y-auto p-1 max-sm:min-h-11">
        {picked.map((one) => (
          <Chip
            key={one.key}
            size="large"
            tone="quiet"
            icon={<Avatar id={one.key} name={one.name} kind={one.kind} />}
            removeLabel={`Leave out ${one.name}`}
            onRemove={() => onChange(picked.filter(({ key }) => key !== one.key))}
          >
            <bdi>{one.name}</bdi>
          </Chip>
        ))}
        <Command.Input
          {...control}
          data-autofocus
          value={text}
          onValueChange={(next) => {
            onText(next)
            setOpen(true)
          }}
          onClick={() => setOpen(true)}
          onPaste={paste}
          onKeyDown={keys}
          placeholder={
            picked.length > 0 ? '' : data?.exactOnly ? 'Exact email address' : 'Name or email'
          }
          className="h-6 min-w-32 flex-1 bg-transparent px-1.5 outline-none max-sm:h-9"
        />
      </div>
      <Command.List
        hidden={!open}
        className="absolute inset-x-0 top-full z-10 mt-1 max-h-56 overflow-y-auto rounded-lg bg-popover p-1 shadow-pop empty:hidden has-[>div:empty]:hidden"
      >
        {error && <p className="px-2 py-1.5 text-foreground-2">{problemOf(error).detail}</p>}
        {data && rows.length === 0 && (
          <p className="px-2 py-1.5 text-muted-foreground">{noneWords(place, data, text)}</p>
        )}
        {rows.map((candidate) => (
          <CandidateLine
            key={candidate.id}
            place={place}
            candidate={candidate}
            onPick={() => add([pickedOf(candidate)])}
          />
        ))}
      </Command.List>
    </Command>
  )
}

/** Why nobody is listed, in the terms of whom one may pick here. */
function noneWords(place: Place, { exactOnly }: Answer, text: string): string {
  if (exactOnly) {
    return text
      ? 'No one here has exactly this address.'
      : 'Type the whole email address of a member.'
  }
  if (text) return 'No one matches'
  return place.kind === 'project'
    ? `No one else is on ${place.cloud.name}.`
    : 'No one is left to add.'
}
